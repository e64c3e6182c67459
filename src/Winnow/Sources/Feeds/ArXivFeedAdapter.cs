using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.Feeds;

/// <summary>
/// An entry of arXiv's daily announcements (<c>rss.arxiv.org/rss|atom/cs.CL</c>; help: info.arxiv.org/help/rss_specifications.html). It says less than the
/// other formats, so it is a source of its own and replaces none of theirs.
/// </summary>
internal static class ArXivFeedAdapter
{
    internal const string IdPrefix = "oai:arXiv.org:";

    private const string Source = "arxiv-feed";
    private const string AbstractLabel = "Abstract:";

    internal static AdaptedRecord Adapt(FeedEntry entry)
    {
        var id = ArXivRecord.Id(entry.Id);
        var day = PublicationDate.Day(entry.Published);
        var isNew = entry.AnnounceType is null or "new" or "cross";
        var version = ArXivRecord.Version(entry.Id);
        var summary = Abstract(entry.Summary);
        return new AdaptedRecord(Source, id, new RecordFields
        {
            Title = RecordText.Title(entry.Title),
            Abstract = RecordText.Prose(summary),
            // Atom's author repeats the whole list as one name.
            Authors = AuthorNames.Of(entry.Creators.Count > 0 ? entry.Creators.SelectMany(AuthorNames.CommaList) : entry.Authors.SelectMany(author => AuthorNames.CommaList(author.Name))),
            Year = ArXivRecord.Year(id),
            Published = isNew ? ArXivRecord.FirstDay(id, day) : null,
            Updated = isNew ? null : day,
            Venue = ArXivRecord.VenueOf(entry.JournalReference),
            Status = ArXivRecord.Status,
            Categories = RecordText.Lines(entry.Categories),
            Identifiers = ArXivRecord.Identifiers(id, entry.Doi).ToList(),
            Comment = ArXivRecord.Comment(entry.Comment, entry.JournalReference),
            Url = ArXivRecord.Url(id),
            Pdf = ArXivRecord.Pdf(id),
            Code = CodeLink.Find(summary),
            Withdrawn = ArXivRecord.IsWithdrawn(entry.Comment, summary),
            Versions = version > 0 ? [new PaperVersion(version, version == 1 ? ArXivRecord.FirstDay(id, day) : day)] : [],
        });
    }

    /// <summary>"arXiv:2508.13426v1 Announce Type: cross \nAbstract: As large…"</summary>
    private static string? Abstract(string? summary)
    {
        var at = summary?.IndexOf(AbstractLabel, StringComparison.Ordinal) ?? -1;
        return at is >= 0 and < 200 && summary!.StartsWith("arXiv:", StringComparison.Ordinal) ? summary[(at + AbstractLabel.Length)..] : summary;
    }
}
