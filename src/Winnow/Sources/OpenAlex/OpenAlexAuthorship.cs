using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenAlex;

/// <summary>One author of an <see cref="OpenAlexWork"/>.</summary>
internal sealed class OpenAlexAuthorship
{
    /// <summary>As OpenAlex knows the person.</summary>
    [JsonPropertyName("author")]
    public string? Author { get; init; }

    /// <summary>As printed on the work.</summary>
    [JsonPropertyName("raw_author_name")]
    public string? RawName { get; init; }

    [JsonPropertyName("institutions")]
    public IReadOnlyList<string> Institutions { get; init; } = [];
}
