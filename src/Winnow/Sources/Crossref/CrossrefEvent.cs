using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>The conference at which a work was presented.</summary>
internal sealed class CrossrefEvent
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("acronym")]
    public string? Acronym { get; init; }
}
