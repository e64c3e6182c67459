using System.Globalization;
using Winnow.Papers;
using Winnow.Papers.Identifiers;
using Winnow.Sources.Venues;

namespace Winnow.Sources.Fields;

/// <summary>What holds for arXiv's records in every format that they come in.</summary>
internal static class ArXivRecord
{
    internal const string Source = "arxiv";

    internal const string Venue = "arXiv";

    internal const string Status = "preprint";

    /// <summary>The id without version, from an id, an address or an OAI identifier.</summary>
    /// <exception cref="UnreadableRecordException">There is none.</exception>
    internal static string Id(string? text) =>
        Identifier.TryParse(IdentifierScheme.ArXiv, text, out var identifier)
            ? identifier.Value
            : throw new UnreadableRecordException(string.IsNullOrWhiteSpace(text) ? "The record has no arXiv id." : $"\"{Shortened(text)}\" is no arXiv id.");

    /// <summary>The version that an id or address ends in; 0 when it names none.</summary>
    internal static int Version(string? text)
    {
        var v = text?.LastIndexOf('v') ?? -1;
        return v > 0 && int.TryParse(text.AsSpan(v + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version is > 0 and < 1000 ? version : 0;
    }

    /// <summary>The first version's year: the id says it, and no other field says it reliably.</summary>
    internal static int? Year(string id) => FirstMonth(id)?.Year;

    /// <summary>
    /// The day, if it can be that of the first version. OAI-PMH's <c>created</c> is the present version's day on newer servers, and ids are given by the month
    /// of announcement, up to some days after submission.
    /// </summary>
    internal static DateOnly? FirstDay(string id, DateOnly? day) =>
        day is { } some && FirstMonth(id) is { } month && some >= month.AddMonths(-1) && some < month.AddMonths(1) ? day : null;

    internal static string Url(string id) => $"https://arxiv.org/abs/{id}";

    internal static string Pdf(string id) => $"https://arxiv.org/pdf/{id}";

    /// <summary>The identifiers of a preprint: its own, and the DOIs, separated somehow, of where it was published.</summary>
    internal static IdentifierSet Identifiers(string id, string? dois)
    {
        var identifiers = new IdentifierSet().Add(IdentifierScheme.ArXiv, id);
        foreach (var doi in (dois ?? "").Split([' ', ';', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            identifiers.Add(IdentifierScheme.Doi, doi);

        return identifiers;
    }

    /// <summary>Where it was published, if the journal reference names a venue that Winnow knows.</summary>
    internal static string VenueOf(string? journalReference) => VenueNames.Known(journalReference) ?? Venue;

    internal static string? Comment(string? comment, string? journalReference) =>
        RecordText.Line(string.Join("; ", new[] { comment, journalReference }.Where(text => !string.IsNullOrWhiteSpace(text))));

    internal static bool IsWithdrawn(string? comment, string? summary) => SaysWithdrawn(comment) || (summary?.Length < 600 && SaysWithdrawn(summary));

    private static bool SaysWithdrawn(string? text) =>
        text is not null
        && (text.Contains("been withdrawn", StringComparison.OrdinalIgnoreCase)
            || text.Contains("withdrawn by", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("withdrawn", StringComparison.OrdinalIgnoreCase));

    private static DateOnly? FirstMonth(string id)
    {
        var digits = id.AsSpan(id.IndexOf('/', StringComparison.Ordinal) + 1);
        if (!ArXivId.TryParse(id, out _, out _))
            return null;

        var year = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        return new DateOnly((year >= 91 ? 1900 : 2000) + year, int.Parse(digits[2..4], CultureInfo.InvariantCulture), 1);
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
