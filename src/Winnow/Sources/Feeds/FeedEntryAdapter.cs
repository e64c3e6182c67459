using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.Feeds;

/// <summary>An entry of any other feed: a journal's, a blog's.</summary>
internal static class FeedEntryAdapter
{
    internal const string Source = "feed";
    private const TextMarkup Markup = TextMarkup.TeX | TextMarkup.Html;

    /// <summary>Chooses by what the entry itself says, so that mixed feeds are read right.</summary>
    internal static AdaptedRecord Adapt(FeedEntry entry)
    {
        if (entry.Id?.StartsWith(ArXivFeedAdapter.IdPrefix, StringComparison.OrdinalIgnoreCase) == true)
            return ArXivFeedAdapter.Adapt(entry);

        return HuggingFaceFeedAdapter.Applies(entry) ? HuggingFaceFeedAdapter.Adapt(entry) : AdaptOther(entry);
    }

    private static AdaptedRecord AdaptOther(FeedEntry entry)
    {
        var title = RecordText.Title(MarkupText.Of(entry.Title), Markup);
        var published = PublicationDate.Day(entry.Published);
        var updated = PublicationDate.Day(entry.Updated);
        var link = RecordText.Link(entry.Link) ?? RecordText.Link(entry.Id);
        var summary = MarkupText.Of(entry.Summary);
        var identifiers = new IdentifierSet().Add(IdentifierScheme.Doi, entry.Doi).Add(entry.Link).Add(entry.Id);
        var names = entry.Creators.SelectMany(AuthorNames.Split).Select(AuthorNames.GivenFirst).Select(name => ((string?)name, (string?)null));
        return new AdaptedRecord(Source, RecordText.Line(entry.Id) ?? link ?? ContentKey.Of(title), new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(summary, Markup),
            Authors = AuthorNames.Of(entry.Authors.Where(author => author.Name is not null).Concat(names), Markup),
            Year = (published ?? updated)?.Year ?? PublicationDate.Year(entry.Published),
            Published = published,
            Updated = updated,
            Venue = RecordText.Line(VenueNames.Canonical(entry.Publication), Markup),
            Keywords = RecordText.Lines(entry.Categories, Markup),
            Identifiers = identifiers.ToList(),
            Url = link,
            Pdf = RecordText.Link(entry.PdfLink),
            Code = CodeLink.Find(summary),
        });
    }
}
