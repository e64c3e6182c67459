using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>A notice about a work: <c>correction</c>, <c>retraction</c>, <c>withdrawal</c>.</summary>
internal sealed class CrossrefUpdate
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
