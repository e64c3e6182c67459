using System.Text.Json.Serialization;

namespace Winnow.Sources.SemanticScholar;

/// <summary>What others call a <see cref="SemanticScholarPaper"/>.</summary>
internal sealed class SemanticScholarIds
{
    [JsonPropertyName("ArXiv")]
    public string? ArXiv { get; init; }

    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    [JsonPropertyName("ACL")]
    public string? Acl { get; init; }

    [JsonPropertyName("DBLP")]
    public string? Dblp { get; init; }

    [JsonPropertyName("PubMed")]
    public string? PubMed { get; init; }
}
