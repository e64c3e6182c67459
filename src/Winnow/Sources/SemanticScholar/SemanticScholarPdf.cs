using System.Text.Json.Serialization;

namespace Winnow.Sources.SemanticScholar;

/// <summary>Where a <see cref="SemanticScholarPaper"/> can be had for free.</summary>
internal sealed class SemanticScholarPdf
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }
}
