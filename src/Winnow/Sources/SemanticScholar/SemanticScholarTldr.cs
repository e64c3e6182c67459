using System.Text.Json.Serialization;

namespace Winnow.Sources.SemanticScholar;

/// <summary>A machine's one-sentence summary of a <see cref="SemanticScholarPaper"/>.</summary>
internal sealed class SemanticScholarTldr
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }
}
