using System.Diagnostics.CodeAnalysis;

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
        IdentifierScheme.SemanticScholar => $"https://www.semanticscholar.org/paper/{Value}",
        IdentifierScheme.OpenAlex => $"https://openalex.org/{Value}",
        IdentifierScheme.Dblp => $"https://dblp.org/rec/{Value}",
        IdentifierScheme.PubMed => $"https://pubmed.ncbi.nlm.nih.gov/{Value}",
        _ => throw new InvalidOperationException($"Unknown scheme {Scheme}."),
    };

    /// <summary>Scheme and value as in <c>arxiv:1706.03762</c>; <see cref="TryParse"/> reads it back.</summary>
    public override string ToString() => $"{Scheme.ToString().ToLowerInvariant()}:{Value}";

    /// <summary>
    /// Reads what a person pastes: a bare arXiv id of either style with or without version, a DOI, <c>scheme:value</c>, or a URL of arXiv (abs, pdf, html),
    /// doi.org, the ACL Anthology, OpenReview, Hugging Face Papers, alphaXiv, Semantic Scholar, OpenAlex or PubMed. arXiv's own DOIs (10.48550) become arXiv ids.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Identifier identifier) => throw new NotImplementedException();
}
