using System.Text.Json.Serialization;

namespace Winnow.Sources.HuggingFace;

/// <summary>
/// An item of Hugging Face's <c>/api/daily_papers</c>, around the paper: the wire shape. The outer <c>publishedAt</c> is neither the paper's nor the day's date.
/// </summary>
internal sealed class DailyPaper
{
    [JsonPropertyName("paper")]
    public HubPaper? Paper { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("summary")]
    public string? Summary { get; init; }

    [JsonPropertyName("numComments")]
    public double? Comments { get; init; }
}
