using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.ArXivSnapshot;

/// <summary>A line of arXiv's metadata snapshot on Kaggle (kaggle.com/datasets/Cornell-University/arxiv): the wire shape.</summary>
internal sealed class SnapshotPaper
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("authors")]
    public string? Authors { get; init; }

    /// <summary>Lists of last name, first names, suffix.</summary>
    [JsonPropertyName("authors_parsed")]
    public JsonElement AuthorsParsed { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("comments")]
    public string? Comments { get; init; }

    [JsonPropertyName("journal-ref")]
    public string? JournalReference { get; init; }

    [JsonPropertyName("doi")]
    public string? Doi { get; init; }

    /// <summary>Separated by spaces.</summary>
    [JsonPropertyName("categories")]
    public string? Categories { get; init; }

    [JsonPropertyName("versions")]
    public IReadOnlyList<SnapshotVersion> Versions { get; init; } = [];

    [JsonPropertyName("update_date")]
    public string? UpdateDate { get; init; }
}
