using System.Text.Json;
using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;
using Winnow.Trends.Signals;

namespace Winnow.Sources.Crossref;

/// <summary>A work of Crossref in Winnow's terms.</summary>
internal static class CrossrefAdapter
{
    private const string Source = "crossref";

    // Titles and abstracts are deposited with HTML and JATS in them, sometimes escaped twice.
    private const TextMarkup Markup = TextMarkup.TeX | TextMarkup.Html;

    private static readonly string[] Gone = ["retraction", "withdrawal", "removal"];

    internal static AdaptedRecord Adapt(CrossrefWork work)
    {
        if (!Identifier.TryParse(IdentifierScheme.Doi, work.Doi, out var doi))
            throw new UnreadableRecordException("The work has no DOI.");

        var title = RecordText.Title(MarkupText.Of(Title(work)), Markup);
        // Books whose title was never deposited carry their DOI instead.
        if (title.StartsWith("10.", StringComparison.Ordinal) && !title.Contains(' ', StringComparison.Ordinal))
            throw new UnreadableRecordException("The work has a DOI in place of its title.");

        var summary = MarkupText.Of(work.Abstract);
        var dates = new[] { work.Issued, work.PublishedOnline, work.Created };
        return new AdaptedRecord(Source, doi.Value, new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(summary, Markup),
            Authors = AuthorNames.Of(work.Authors.Select(author => (Name(author), string.Join("; ", author.Affiliation) is { Length: > 0 } all ? all : null)), Markup),
            Year = dates.Select(date => Part(date, 0)).FirstOrDefault(year => PublicationDate.Year(year) is not null),
            // The day of deposit says the year at best.
            Published = dates[..2].Select(date => PublicationDate.Day(Part(date, 0), Part(date, 1), Part(date, 2))).FirstOrDefault(day => day is not null),
            Venue = Venue(work),
            Keywords = RecordText.Lines(work.Subject, Markup),
            Identifiers = new IdentifierSet().Add(IdentifierScheme.Doi, work.Doi).ToList(),
            Url = RecordText.Link(work.Resource?.Primary?.Url) ?? RecordText.Link(work.Url),
            Pdf = work.Links.Where(link => link.ContentType == "application/pdf").Select(link => RecordText.Link(link.Url)).FirstOrDefault(),
            Code = CodeLink.Find(summary),
            Withdrawn = work.UpdatedBy.Any(update => Gone.Contains(update.Type, StringComparer.OrdinalIgnoreCase)),
        })
        {
            Counts = [new SeenCount(SignalKind.Citation, Source, work.CitedBy)],
        };
    }

    private static string? Title(CrossrefWork work) => (work.Title, work.Subtitle) switch
    {
        ([var title, ..], [var subtitle, ..]) when !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase) => $"{title}: {subtitle}",
        ([var title, ..], _) => title,
        _ => null,
    };

    private static string? Name(CrossrefAuthor author) =>
        author.Family is null ? author.Name ?? author.Given : string.Join(' ', new[] { author.Given, author.Family, author.Suffix }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string? Venue(CrossrefWork work)
    {
        var container = work.ContainerTitle.Count > 0 ? work.ContainerTitle[0] : null;
        var name = VenueNames.Known(container) ?? VenueNames.Known(work.Event?.Acronym) ?? VenueNames.Known(work.Event?.Name) ?? container
            ?? (work.ShortContainerTitle.Count > 0 ? work.ShortContainerTitle[0] : null);
        return RecordText.Line(VenueNames.Canonical(name), Markup);
    }

    /// <summary>The year, month or day of <c>[[2014, 2, 11]]</c>.</summary>
    private static int? Part(CrossrefDate? date, int index)
    {
        if (date?.DateParts is not { ValueKind: JsonValueKind.Array } lists || lists.GetArrayLength() == 0)
            return null;

        var parts = lists[0];
        return parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > index && parts[index].ValueKind == JsonValueKind.Number && parts[index].TryGetInt32(out var part)
            ? part
            : null;
    }
}
