using System.Text.RegularExpressions;

namespace Winnow.Papers.Identifiers;

/// <summary>Reads what a person pastes as an identifier; see <see cref="Identifier.TryParse(string, out Identifier)"/>.</summary>
internal static partial class IdentifierParser
{
    /// <summary>Longer texts are no identifiers; this also bounds the work on hostile input.</summary>
    private const int MaxLength = 2048;

    private static readonly Dictionary<string, IdentifierScheme> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["arxiv"] = IdentifierScheme.ArXiv,
        ["oai:arxiv.org"] = IdentifierScheme.ArXiv,
        ["doi"] = IdentifierScheme.Doi,
        ["acl"] = IdentifierScheme.Acl,
        ["openreview"] = IdentifierScheme.OpenReview,
        ["semanticscholar"] = IdentifierScheme.SemanticScholar,
        ["openalex"] = IdentifierScheme.OpenAlex,
        ["dblp"] = IdentifierScheme.Dblp,
        ["pubmed"] = IdentifierScheme.PubMed,
        ["pmid"] = IdentifierScheme.PubMed,
    };

    internal static bool TryParse(string? text, out Identifier identifier)
    {
        identifier = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return false;

        var pasted = TrailingPunctuation.Trim(text);
        return TryParsePrefixed(pasted, out identifier) || TryParseBare(pasted, out identifier) || PastedUrl.TryParse(pasted, out identifier);
    }

    /// <summary>Reads a value whose scheme is known, given bare, with its prefix or as its URL.</summary>
    internal static bool TryParse(IdentifierScheme scheme, string? text, out Identifier identifier)
    {
        identifier = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return false;

        if (TryParseValue(scheme, TrailingPunctuation.Trim(text), out identifier))
            return true;

        if (TryParse(text, out identifier) && (identifier.Scheme == scheme || (scheme, identifier.Scheme) is (IdentifierScheme.Doi, IdentifierScheme.ArXiv)))
            return true;

        identifier = default;
        return false;
    }

    internal static bool TryParseValue(IdentifierScheme scheme, string value, out Identifier identifier)
    {
        identifier = default;
        var canonical = scheme switch
        {
            IdentifierScheme.ArXiv when ArXivId.TryParse(value, out var id, out _) => id,
            IdentifierScheme.Acl when AclId.TryParse(value, out var id) => id,
            IdentifierScheme.OpenReview when OpenReviewForum().IsMatch(value) => value,
            IdentifierScheme.SemanticScholar when SemanticScholarHash().IsMatch(value) => value.ToLowerInvariant(),
            IdentifierScheme.SemanticScholar when SemanticScholarCorpus().Match(value) is { Success: true } corpus => $"CorpusID:{corpus.Groups[1].ValueSpan}",
            IdentifierScheme.OpenAlex when OpenAlexWork().IsMatch(value) => value.ToUpperInvariant(),
            IdentifierScheme.Dblp when DblpKey().IsMatch(value) => value,
            IdentifierScheme.PubMed when PubMedNumber().IsMatch(value) => value,
            _ => null,
        };
        if (canonical is null)
            return scheme == IdentifierScheme.Doi && Doi.TryParse(value, out identifier);

        identifier = new Identifier(scheme, canonical);
        return true;
    }

    /// <summary>Only arXiv ids, DOIs and ACL ids are recognised without saying what they are: the others look like words or numbers.</summary>
    private static bool TryParseBare(string text, out Identifier identifier) =>
        TryParseValue(IdentifierScheme.ArXiv, text, out identifier)
        || TryParseValue(IdentifierScheme.Doi, text, out identifier)
        || TryParseValue(IdentifierScheme.Acl, text, out identifier);

    private static bool TryParsePrefixed(string text, out Identifier identifier)
    {
        identifier = default;
        if (Prefixed().Match(text) is not { Success: true } match || !Prefixes.TryGetValue(match.Groups["prefix"].Value, out var scheme))
            return false;

        var value = match.Groups["value"].Value;
        // "doi:https://doi.org/10.…" and "arXiv:https://arxiv.org/abs/…" occur in the wild.
        return TryParseValue(scheme, value, out identifier) || (PastedUrl.TryParse(value, out identifier) && identifier.Scheme == scheme);
    }

    // The bracket is the category that arXiv stamps on a first page: "arXiv:1706.03762v7 [cs.CL] 2 Aug 2023".
    [GeneratedRegex(@"\A(?<prefix>(?:oai:)?[a-z.]{3,15}):\s*(?<value>\S+)(?:\s+\[[a-z.\-]+\]?.{0,20})?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\A[A-Za-z0-9_\-]{5,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OpenReviewForum();

    [GeneratedRegex(@"\A[0-9a-fA-F]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SemanticScholarHash();

    [GeneratedRegex(@"\A[cC]orpus[iI][dD]:([1-9][0-9]{0,11})\z", RegexOptions.CultureInvariant)]
    private static partial Regex SemanticScholarCorpus();

    [GeneratedRegex(@"\A[wW][1-9][0-9]{3,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OpenAlexWork();

    [GeneratedRegex(@"\A(?:books|conf|journals|phd|reference|series|tr)/[A-Za-z0-9\-_]{1,40}/[A-Za-z0-9\-_]{1,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DblpKey();

    [GeneratedRegex(@"\A[1-9][0-9]{0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PubMedNumber();
}
