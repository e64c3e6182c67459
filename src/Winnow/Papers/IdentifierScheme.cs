namespace Winnow.Papers;

/// <summary>Who issues an identifier. The first four identify a work, so records that share one become one paper.</summary>
public enum IdentifierScheme
{
    ArXiv,
    Doi,
    Acl,
    OpenReview,
    SemanticScholar,
    OpenAlex,
    Dblp,
    PubMed,
}
