using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>An address with its media type.</summary>
internal sealed class CrossrefLink
{
    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    [JsonPropertyName("content-type")]
    public string? ContentType { get; init; }
}
