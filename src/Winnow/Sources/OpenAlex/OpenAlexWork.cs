using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenAlex;

/// <summary>A work of OpenAlex (docs.openalex.org/api-entities/works/work-object): the wire shape.</summary>
internal sealed class OpenAlexWork
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("doi")]
    public string? Doi { get; init; }

    [JsonPropertyName("ids")]
    public OpenAlexIds? Ids { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("display_name")]
    public string? DisplayName { get; init; }

    /// <summary>For each word its positions.</summary>
    [JsonPropertyName("abstract_inverted_index")]
    public JsonElement AbstractInvertedIndex { get; init; }

    [JsonPropertyName("publication_year")]
    public double? PublicationYear { get; init; }

    [JsonPropertyName("publication_date")]
    public string? PublicationDate { get; init; }

    [JsonPropertyName("authorships")]
    public IReadOnlyList<OpenAlexAuthorship> Authorships { get; init; } = [];

    [JsonPropertyName("primary_location")]
    public OpenAlexLocation? PrimaryLocation { get; init; }

    [JsonPropertyName("best_oa_location")]
    public OpenAlexLocation? BestOpenLocation { get; init; }

    [JsonPropertyName("locations")]
    public IReadOnlyList<OpenAlexLocation> Locations { get; init; } = [];

    [JsonPropertyName("keywords")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    [JsonPropertyName("cited_by_count")]
    public double? CitedBy { get; init; }

    [JsonPropertyName("is_retracted")]
    public bool IsRetracted { get; init; }
}
