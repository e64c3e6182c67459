using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.Feeds;

/// <summary>An entry of the arXiv query API (<c>export.arxiv.org/api/query</c>; manual: info.arxiv.org/help/api/user-manual.html).</summary>
internal static class ArXivApiAdapter
{
    /// <summary>Errors come as an entry with this in its id, and HTTP status 400.</summary>
    private const string ErrorAddress = "arxiv.org/api/errors";

    /// <summary>How the reason for an entry that is an error begins.</summary>
    internal const string ErrorOpening = "arXiv answered with an error:";

    internal static AdaptedRecord Adapt(FeedEntry entry)
    {
        if (entry.Id?.Contains(ErrorAddress, StringComparison.Ordinal) == true)
            throw new UnreadableRecordException($"{ErrorOpening} {RecordText.Line(entry.Summary) ?? "it does not say which"}.");

        var id = ArXivRecord.Id(entry.Id);
        var published = PublicationDate.Day(entry.Published);
        var updated = PublicationDate.Day(entry.Updated);
        var version = ArXivRecord.Version(entry.Id);
        return new AdaptedRecord(ArXivRecord.Source, id, new RecordFields
        {
            Title = RecordText.Title(entry.Title),
            Abstract = RecordText.Prose(entry.Summary),
            Authors = AuthorNames.Of(entry.Authors),
            Year = ArXivRecord.Year(id),
            Published = published,
            Updated = updated,
            Venue = ArXivRecord.VenueOf(entry.JournalReference),
            Status = ArXivRecord.Status,
            Categories = RecordText.Lines(entry.Categories),
            Identifiers = ArXivRecord.Identifiers(id, entry.Doi).ToList(),
            Comment = ArXivRecord.Comment(entry.Comment, entry.JournalReference),
            Url = ArXivRecord.Url(id),
            Pdf = RecordText.Link(entry.PdfLink) ?? ArXivRecord.Pdf(id),
            Code = CodeLink.Find(entry.Comment, entry.Summary),
            Withdrawn = ArXivRecord.IsWithdrawn(entry.Comment, entry.Summary),
            Versions = version switch
            {
                0 => [],
                1 => [new PaperVersion(1, published)],
                // The versions in between are not told.
                _ => [new PaperVersion(1, published), new PaperVersion(version, updated)],
            },
        });
    }
}
