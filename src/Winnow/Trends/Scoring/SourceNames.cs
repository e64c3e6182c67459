namespace Winnow.Trends.Scoring;

/// <summary>Sources as people call them.</summary>
internal static class SourceNames
{
    internal static string Of(string source) => source switch
    {
        "huggingface" => "Hugging Face",
        "github" => "GitHub",
        "semanticscholar" => "Semantic Scholar",
        "openalex" => "OpenAlex",
        "crossref" => "Crossref",
        "scholar" => "Google Scholar",
        _ => source,
    };
}
