using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>A work of Crossref's REST API (github.com/CrossRef/rest-api-doc, <c>api_format.md</c>): the wire shape.</summary>
internal sealed class CrossrefWork
{
    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    [JsonPropertyName("title")]
    public IReadOnlyList<string> Title { get; init; } = [];

    [JsonPropertyName("subtitle")]
    public IReadOnlyList<string> Subtitle { get; init; } = [];

    /// <summary>JATS XML.</summary>
    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("author")]
    public IReadOnlyList<CrossrefAuthor> Authors { get; init; } = [];

    [JsonPropertyName("container-title")]
    public IReadOnlyList<string> ContainerTitle { get; init; } = [];

    [JsonPropertyName("short-container-title")]
    public IReadOnlyList<string> ShortContainerTitle { get; init; } = [];

    [JsonPropertyName("event")]
    public CrossrefEvent? Event { get; init; }

    /// <summary>The earlier of print and online.</summary>
    [JsonPropertyName("issued")]
    public CrossrefDate? Issued { get; init; }

    [JsonPropertyName("published-online")]
    public CrossrefDate? PublishedOnline { get; init; }

    [JsonPropertyName("created")]
    public CrossrefDate? Created { get; init; }

    [JsonPropertyName("subject")]
    public IReadOnlyList<string> Subject { get; init; } = [];

    [JsonPropertyName("is-referenced-by-count")]
    public double? CitedBy { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    [JsonPropertyName("resource")]
    public CrossrefResource? Resource { get; init; }

    [JsonPropertyName("link")]
    public IReadOnlyList<CrossrefLink> Links { get; init; } = [];

    /// <summary>Corrections and retractions of this work.</summary>
    [JsonPropertyName("updated-by")]
    public IReadOnlyList<CrossrefUpdate> UpdatedBy { get; init; } = [];
}
