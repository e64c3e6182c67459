using System.Text.Json.Serialization;

namespace Winnow.Sources.SemanticScholar;

/// <summary>A paper of the Semantic Scholar Academic Graph (api.semanticscholar.org/api-docs/graph): the wire shape. Only the fields asked for are there.</summary>
internal sealed class SemanticScholarPaper
{
    [JsonPropertyName("paperId")]
    public string? PaperId { get; init; }

    [JsonPropertyName("externalIds")]
    public SemanticScholarIds? ExternalIds { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("venue")]
    public string? Venue { get; init; }

    [JsonPropertyName("year")]
    public double? Year { get; init; }

    [JsonPropertyName("publicationDate")]
    public string? PublicationDate { get; init; }

    [JsonPropertyName("authors")]
    public IReadOnlyList<string> Authors { get; init; } = [];

    [JsonPropertyName("citationCount")]
    public double? CitationCount { get; init; }

    [JsonPropertyName("tldr")]
    public SemanticScholarTldr? Tldr { get; init; }

    [JsonPropertyName("openAccessPdf")]
    public SemanticScholarPdf? OpenAccessPdf { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>In lists of references and of citations the paper stands one level down.</summary>
    [JsonPropertyName("citedPaper")]
    public SemanticScholarPaper? CitedPaper { get; init; }

    [JsonPropertyName("citingPaper")]
    public SemanticScholarPaper? CitingPaper { get; init; }

    /// <summary>The whole answer when the request failed; <c>message</c> when there were too many.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
