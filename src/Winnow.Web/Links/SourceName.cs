using Winnow.Papers;

namespace Winnow.Web.Links;

/// <summary>Names as their owners write them.</summary>
internal static class SourceName
{
    public static string Of(string source) => source switch
    {
        "arxiv" => "arXiv",
        "acl" => "ACL Anthology",
        "openreview" => "OpenReview",
        "huggingface" => "Hugging Face",
        "crossref" => "Crossref",
        "openalex" => "OpenAlex",
        "semanticscholar" => "Semantic Scholar",
        SourceRecord.SampleSource => "Sample",
        _ => source,
    };

    public static string Of(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.ArXiv => "arXiv",
        IdentifierScheme.Doi => "DOI",
        IdentifierScheme.Acl => "ACL Anthology",
        IdentifierScheme.SemanticScholar => "Semantic Scholar",
        IdentifierScheme.Dblp => "DBLP",
        IdentifierScheme.PubMed => "PubMed",
        _ => scheme.ToString(),
    };
}
