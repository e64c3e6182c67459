using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenAlex;

/// <summary>A place where an <see cref="OpenAlexWork"/> can be found.</summary>
internal sealed class OpenAlexLocation
{
    [JsonPropertyName("landing_page_url")]
    public string? LandingPage { get; init; }

    [JsonPropertyName("pdf_url")]
    public string? Pdf { get; init; }

    /// <summary>The journal or repository.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("raw_source_name")]
    public string? RawSourceName { get; init; }
}
