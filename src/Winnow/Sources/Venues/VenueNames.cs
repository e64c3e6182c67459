using System.Text.RegularExpressions;

namespace Winnow.Sources.Venues;

/// <summary>
/// One usual short name for each conference and journal, whatever a source calls it, without year: "NIPS", "NeurIPS 2019" and "Advances in Neural
/// Information Processing Systems 32" are all NeurIPS. A name that is not in the tables stays as it is; workshops are not their conference.
/// </summary>
internal static partial class VenueNames
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Acronyms =
        VenueTable.Acronyms.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] NotTheConference = ["workshop", "tutorial", "companion", "doctoral", "satellite", "competition", "extended abstract"];

    /// <summary>The short name; null for null or white space.</summary>
    internal static string? Canonical(string? name)
    {
        var venue = Trimmed(name);
        return venue.IsEmpty ? null : Find(venue) ?? venue.ToString();
    }

    /// <summary>The short name, or null when the tables do not have it.</summary>
    internal static string? Known(string? name) => Trimmed(name) is { IsEmpty: false } venue ? Find(venue) : null;

    private static ReadOnlySpan<char> Trimmed(string? name) => name.AsSpan().Trim(" \t\r\n.,;:{}");

    private static string? Find(ReadOnlySpan<char> venue)
    {
        if (Acronyms.TryGetValue(WithoutYear(venue), out var known))
            return known;

        if (venue.IndexOf(',') > 0 && OfList(venue) is { } ofList)
            return ofList;

        var text = venue.ToString();
        if (!MentionsOther(text) && (OfParentheses(text) ?? OfPhrase(text)) is { } found)
            return found;

        return VenueTable.Preprints.Any(preprint => text.StartsWith(preprint, StringComparison.OrdinalIgnoreCase)) ? "arXiv" : null;
    }

    private static ReadOnlySpan<char> WithoutYear(ReadOnlySpan<char> venue)
    {
        foreach (var match in YearAtEnd().EnumerateMatches(venue))
            return venue[..match.Index].Trim();

        foreach (var match in YearAtStart().EnumerateMatches(venue))
            return venue[match.Length..].Trim();

        return venue;
    }

    /// <summary>The ACL Anthology lists a joint meeting's venues: <c>EMNLP,IJCNLP</c>; <c>WS</c> only says that it is a workshop.</summary>
    private static string? OfList(ReadOnlySpan<char> venue)
    {
        if (ListOfAcronyms().Count(venue) == 0)
            return null;

        var parts = venue.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (VenueTable.Joint.TryGetValue(string.Join(',', parts), out var joint))
            return joint;

        var first = Array.Find(parts, part => !part.Equals("WS", StringComparison.OrdinalIgnoreCase)) ?? parts[0];
        return Acronyms.TryGetValue(WithoutYear(first), out var known) ? known : first;
    }

    private static bool MentionsOther(string text) => Array.Exists(NotTheConference, other => text.Contains(other, StringComparison.OrdinalIgnoreCase));

    /// <summary>"… (EMNLP 2019)", "… (COLING/ACL-98)".</summary>
    private static string? OfParentheses(string text)
    {
        foreach (Match match in Parenthesised().Matches(text))
        {
            if (Acronyms.TryGetValue(match.Groups["name"].ValueSpan, out var known))
                return known;
        }

        return null;
    }

    private static string? OfPhrase(string text)
    {
        foreach (var (phrase, known) in VenueTable.Phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return known;
        }

        return null;
    }

    [GeneratedRegex(@"[\s'’\-_,:]*(?:(?:19|20)[0-9]{2}|['’][0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"\A(?:19|20)[0-9]{2}\s+", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtStart();

    [GeneratedRegex(@"\A[A-Za-z0-9]{2,20}(?:\s*,\s*[A-Za-z0-9]{2,20})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ListOfAcronyms();

    [GeneratedRegex(@"\((?<name>\*?[A-Za-z0-9]{2,12}?)(?:[/\-\s'’](?:[A-Za-z]{2,12}[\-\s'’]?)?(?:[0-9]{2}|[0-9]{4})?)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesised();
}
