using System.Text.Json.Serialization;

namespace Winnow.Sources.HuggingFace;

/// <summary>The paper inside a <see cref="DailyPaper"/>, and what <c>/api/papers/{id}</c> and <c>/api/papers/search</c> answer: the wire shape (huggingface_hub's <c>PaperInfo</c>).</summary>
internal sealed class HubPaper
{
    /// <summary>The arXiv id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("summary")]
    public string? Summary { get; init; }

    [JsonPropertyName("authors")]
    public IReadOnlyList<HubAuthor> Authors { get; init; } = [];

    /// <summary>When it was submitted to arXiv.</summary>
    [JsonPropertyName("publishedAt")]
    public string? PublishedAt { get; init; }

    [JsonPropertyName("githubRepo")]
    public string? GithubRepo { get; init; }

    [JsonPropertyName("projectPage")]
    public string? ProjectPage { get; init; }

    [JsonPropertyName("ai_summary")]
    public string? AiSummary { get; init; }

    [JsonPropertyName("ai_keywords")]
    public IReadOnlyList<string> AiKeywords { get; init; } = [];

    /// <summary>When it was put on the list of daily papers: from then on people vote.</summary>
    [JsonPropertyName("submittedOnDailyAt")]
    public string? SubmittedOnDailyAt { get; init; }

    [JsonPropertyName("upvotes")]
    public double? Upvotes { get; init; }

    [JsonPropertyName("githubStars")]
    public double? GithubStars { get; init; }

    [JsonPropertyName("withdrawnAt")]
    public string? WithdrawnAt { get; init; }
}
