using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>Where a work's page is.</summary>
internal sealed class CrossrefResource
{
    [JsonPropertyName("primary")]
    public CrossrefLink? Primary { get; init; }
}
