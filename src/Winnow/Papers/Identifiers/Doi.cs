using System.Globalization;
using System.Text.RegularExpressions;

namespace Winnow.Papers.Identifiers;

/// <summary>Digital object identifiers: <c>10.</c>, a registrant's number, a slash and almost anything. DOIs ignore case, so the canonical form is lower case.</summary>
internal static partial class Doi
{
    private const string ArXivPrefix = "10.48550/arxiv.";

    /// <summary>Reads a bare DOI; one that arXiv registered for its own preprint becomes the arXiv id.</summary>
    internal static bool TryParse(string text, out Identifier identifier)
    {
        identifier = default;
        var doi = TrailingPunctuation.Trim(text);
        if (!Form().IsMatch(doi) || !IsPrintable(doi))
            return false;

        doi = doi.ToLowerInvariant();
        identifier = doi.StartsWith(ArXivPrefix, StringComparison.Ordinal) && ArXivId.TryParse(doi[ArXivPrefix.Length..], out var arXiv, out _)
            ? new Identifier(IdentifierScheme.ArXiv, arXiv)
            : new Identifier(IdentifierScheme.Doi, doi);
        return true;
    }

    /// <summary>A DOI with an invisible character or half a surrogate pair in it is a damaged one.</summary>
    private static bool IsPrintable(string doi)
    {
        foreach (var rune in doi.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"\A10\.[0-9]{4,9}(?:\.[0-9]{1,9})*/\S+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
