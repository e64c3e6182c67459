using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>An author of a <see cref="CrossrefWork"/>: a person, or an organisation with a name alone.</summary>
internal sealed class CrossrefAuthor
{
    [JsonPropertyName("given")]
    public string? Given { get; init; }

    [JsonPropertyName("family")]
    public string? Family { get; init; }

    [JsonPropertyName("suffix")]
    public string? Suffix { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("affiliation")]
    public IReadOnlyList<string> Affiliation { get; init; } = [];
}
