using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;

namespace Winnow.Sources.OaiPmh;

/// <summary>Dublin Core in Winnow's terms. arXiv's records in it are the preprints; others are known by their OAI identifier.</summary>
internal static class DublinCoreAdapter
{
    internal const string Source = "oai";
    private const TextMarkup Markup = TextMarkup.TeX | TextMarkup.Html;

    internal static AdaptedRecord Adapt(DublinCore metadata, string? oaiIdentifier)
    {
        var identifiers = new IdentifierSet().Add(oaiIdentifier);
        foreach (var identifier in metadata.Identifiers)
            identifiers.Add(identifier);

        // Repositories add the days of deposit and change; the earliest is the work's.
        var days = metadata.Dates.Select(PublicationDate.Day).OfType<DateOnly>().Order().ToList();
        var years = metadata.Dates.Select(date => PublicationDate.Year(date)).OfType<int>().Order().ToList();
        var arXiv = identifiers[IdentifierScheme.ArXiv];
        var title = RecordText.Title(metadata.Titles.Count > 0 ? metadata.Titles[0] : null, Markup);
        var fields = new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(MarkupText.Of(Abstract(metadata.Descriptions)), Markup),
            Authors = AuthorNames.Of(metadata.Creators.Count > 0 ? metadata.Creators : metadata.Contributors, Markup),
            Year = arXiv is null ? (years.Count > 0 ? years[0] : null) : ArXivRecord.Year(arXiv),
            Published = days.Count > 0 ? days[0] : null,
            Venue = arXiv is null ? null : ArXivRecord.Venue,
            Keywords = RecordText.Lines(metadata.Subjects, Markup),
            Identifiers = identifiers.ToList(),
            Url = arXiv is null ? metadata.Identifiers.Select(RecordText.Link).FirstOrDefault(link => link is not null) : ArXivRecord.Url(arXiv),
            Withdrawn = false,
        };
        return new AdaptedRecord(Source, RecordText.Line(oaiIdentifier) ?? ContentKey.Of(title), fields);
    }

    /// <summary>Comments and tables of contents are descriptions too; the abstract is the longest of those in the title's company, and comes first among equals.</summary>
    private static string? Abstract(IReadOnlyList<string> descriptions) => descriptions.MaxBy(description => description.Length);
}
