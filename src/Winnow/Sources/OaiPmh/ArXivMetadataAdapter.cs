using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.OaiPmh;

/// <summary>arXiv's own metadata in Winnow's terms. <c>acm-class</c> is left out: the server prints the MSC class there.</summary>
internal static class ArXivMetadataAdapter
{
    internal static AdaptedRecord Adapt(ArXivMetadata metadata)
    {
        var id = ArXivRecord.Id(metadata.Id);
        var versions = Versions(metadata);
        var created = PublicationDate.Day(metadata.Created);
        return new AdaptedRecord(ArXivRecord.Source, id, new RecordFields
        {
            Title = RecordText.Title(metadata.Title),
            Abstract = RecordText.Prose(metadata.Abstract),
            Authors = metadata.FlatAuthors is { } flat ? AuthorNames.Of(AuthorNames.CommaList(flat)) : AuthorNames.Of(metadata.Authors),
            Year = ArXivRecord.Year(id),
            Published = versions.Count > 0 && versions[0].Number == 1 ? versions[0].Date : ArXivRecord.FirstDay(id, created),
            Updated = versions.Count > 0 ? versions[^1].Date : PublicationDate.Day(metadata.Updated) ?? created,
            Venue = ArXivRecord.VenueOf(metadata.JournalReference),
            Status = ArXivRecord.Status,
            Categories = RecordText.Lines((metadata.Categories ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Identifiers = ArXivRecord.Identifiers(id, metadata.Doi).ToList(),
            Comment = ArXivRecord.Comment(metadata.Comments, metadata.JournalReference),
            Url = ArXivRecord.Url(id),
            Pdf = ArXivRecord.Pdf(id),
            Code = CodeLink.Find(metadata.Comments, metadata.Abstract),
            Withdrawn = ArXivRecord.IsWithdrawn(metadata.Comments, metadata.Abstract),
            Versions = versions,
        });
    }

    private static List<PaperVersion> Versions(ArXivMetadata metadata) =>
        [.. metadata.Versions
            .Select(version => new PaperVersion(ArXivRecord.Version($" {version.Version}"), PublicationDate.Day(version.Date)))
            .Where(version => version.Number > 0)
            .OrderBy(version => version.Number)];
}
