using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenAlex;

/// <summary>What else an <see cref="OpenAlexWork"/> is called, as addresses.</summary>
internal sealed class OpenAlexIds
{
    [JsonPropertyName("pmid")]
    public string? PubMed { get; init; }
}
