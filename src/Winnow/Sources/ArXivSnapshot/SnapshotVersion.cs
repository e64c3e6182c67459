using System.Text.Json.Serialization;

namespace Winnow.Sources.ArXivSnapshot;

/// <summary>A version of a <see cref="SnapshotPaper"/>: <c>v1</c>, and an RFC 822 date.</summary>
internal sealed class SnapshotVersion
{
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    [JsonPropertyName("created")]
    public string? Created { get; init; }
}
