using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenReview;

/// <summary>A submission of OpenReview (docs.openreview.net/reference/api-v2/entities/note, and API v1): the wire shape. API v2 wraps each value of the content.</summary>
internal sealed class OpenReviewNote
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("forum")]
    public string? Forum { get; init; }

    /// <summary>API v1; the newer API has a list.</summary>
    [JsonPropertyName("invitation")]
    public string? Invitation { get; init; }

    [JsonPropertyName("invitations")]
    public IReadOnlyList<string> Invitations { get; init; } = [];

    /// <summary>Milliseconds since 1970: created, published, online, modified.</summary>
    [JsonPropertyName("cdate")]
    public double? Created { get; init; }

    [JsonPropertyName("pdate")]
    public double? Published { get; init; }

    [JsonPropertyName("odate")]
    public double? Online { get; init; }

    [JsonPropertyName("mdate")]
    public double? Modified { get; init; }

    [JsonPropertyName("content")]
    public OpenReviewContent? Content { get; init; }
}
