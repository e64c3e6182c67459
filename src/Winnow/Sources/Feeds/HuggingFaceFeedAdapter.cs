using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;
using Winnow.Sources.HuggingFace;

namespace Winnow.Sources.Feeds;

/// <summary>
/// An item of the RSS feeds that are made from Hugging Face's daily papers: authors, votes and summary stand in its HTML. It says less than the API, so it is
/// a source of its own.
/// </summary>
internal static class HuggingFaceFeedAdapter
{
    private const string Source = "huggingface-feed";
    private const string AuthorsLabel = "<b>Authors:</b>";
    private const string VotesLabel = "<b>Upvotes:</b>";
    private const string SummaryLabel = "<b>Summary:</b>";

    internal static bool Applies(FeedEntry entry) =>
        entry.Summary is { } html && html.Contains(VotesLabel, StringComparison.Ordinal) && html.Contains(SummaryLabel, StringComparison.Ordinal);

    internal static AdaptedRecord Adapt(FeedEntry entry)
    {
        var id = ArXivRecord.Id(entry.Link ?? entry.Id);
        var summary = MarkupText.Of(After(entry.Summary, SummaryLabel, "</p>"));
        return new AdaptedRecord(Source, id, new RecordFields
        {
            Title = RecordText.Title(entry.Title),
            Abstract = RecordText.Prose(summary),
            Authors = AuthorNames.Of(AuthorNames.CommaList(MarkupText.Of(After(entry.Summary, AuthorsLabel, "</p>"))), TextMarkup.Html),
            Year = ArXivRecord.Year(id),
            Venue = ArXivRecord.Venue,
            Status = ArXivRecord.Status,
            Identifiers = [new Identifier(IdentifierScheme.ArXiv, id)],
            Url = $"https://huggingface.co/papers/{id}",
            Code = CodeLink.Find(summary),
        })
        {
            // The feed does not say when it was made in a way that its items keep: it was seen when it was read.
            Counts = HubCounts.Of(null, null, SeenCount.Whole(After(entry.Summary, VotesLabel, "</p>")?.Trim()), null, null),
        };
    }

    private static string? After(string? html, string label, string end)
    {
        var from = html?.IndexOf(label, StringComparison.Ordinal) ?? -1;
        if (from < 0)
            return null;

        from += label.Length;
        var to = html!.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? html[from..] : html[from..to];
    }
}
