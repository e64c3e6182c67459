using System.Diagnostics.CodeAnalysis;
using Winnow.Papers.Identifiers;

namespace Winnow.Papers;

/// <summary>An id that a publisher gave a work, in its canonical form: an arXiv id without version, a DOI in lower case.</summary>
/// <param name="Scheme">Who issued it.</param>
/// <param name="Value">The id alone, without prefix or URL.</param>
public readonly record struct Identifier(IdentifierScheme Scheme, string Value)
{
    /// <summary>Whether two records that share this are the same work.</summary>
    public bool IdentifiesWork => Scheme <= IdentifierScheme.OpenReview;

    /// <summary>The page that its issuer shows for it.</summary>
    public string Url => Scheme switch
    {
        IdentifierScheme.ArXiv => $"https://arxiv.org/abs/{Value}",
        IdentifierScheme.Doi => $"https://doi.org/{Value}",
        IdentifierScheme.Acl => $"https://aclanthology.org/{Value}",
        IdentifierScheme.OpenReview => $"https://openreview.net/forum?id={Value}",
        IdentifierScheme.SemanticScholar when Value.StartsWith("CorpusID:", StringComparison.Ordinal) => $"https://api.semanticscholar.org/{Value}",
        IdentifierScheme.SemanticScholar => $"https://www.semanticscholar.org/paper/{Value}",
        IdentifierScheme.OpenAlex => $"https://openalex.org/{Value}",
        IdentifierScheme.Dblp => $"https://dblp.org/rec/{Value}",
        IdentifierScheme.PubMed => $"https://pubmed.ncbi.nlm.nih.gov/{Value}",
        _ => throw new InvalidOperationException($"Unknown scheme {Scheme}."),
    };

    /// <summary>Scheme and value as in <c>arxiv:1706.03762</c>; <see cref="TryParse(string, out Identifier)"/> reads it back.</summary>
    public override string ToString() => $"{Scheme.ToString().ToLowerInvariant()}:{Value}";

    /// <summary>
    /// The ACL id of the same work, for a DOI that the ACL formed from it (<c>10.18653/v1/N19-1423</c>); null for every other identifier.
    /// A record with one and a record with the other are the same paper.
    /// </summary>
    public Identifier? AclEquivalent =>
        Scheme == IdentifierScheme.Doi && AclId.TryParseDoi(Value, out var id) ? new Identifier(IdentifierScheme.Acl, id) : null;

    /// <summary>
    /// Reads what a person pastes: a bare arXiv id of either style with or without version, a DOI, an ACL id, <c>scheme:value</c>, or a URL of arXiv
    /// (abs, pdf, html), ar5iv, doi.org, the ACL Anthology, OpenReview, Hugging Face Papers, alphaXiv, Semantic Scholar, OpenAlex, DBLP or PubMed.
    /// arXiv's own DOIs (10.48550) become arXiv ids. Punctuation around it is ignored; words, years and numbers are not identifiers.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Identifier identifier) => IdentifierParser.TryParse(text, out identifier);

    /// <summary>
    /// Reads a value that a source labels with its scheme: bare, prefixed or as a URL. Brings it to its canonical form, or refuses it.
    /// A DOI that arXiv formed gives the arXiv id, so the scheme of the result may be <see cref="IdentifierScheme.ArXiv"/> where a DOI was asked for.
    /// </summary>
    public static bool TryParse(IdentifierScheme scheme, [NotNullWhen(true)] string? text, out Identifier identifier) =>
        IdentifierParser.TryParse(scheme, text, out identifier);
}
