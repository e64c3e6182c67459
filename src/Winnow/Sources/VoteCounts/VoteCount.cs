using System.Text.Json.Serialization;

namespace Winnow.Sources.VoteCounts;

/// <summary>One line: the wire shape.</summary>
internal sealed class VoteCount
{
    [JsonPropertyName("arxiv")]
    public string? ArXiv { get; init; }

    [JsonPropertyName("at")]
    public string? At { get; init; }

    [JsonPropertyName("upvotes")]
    public double? Upvotes { get; init; }
}
