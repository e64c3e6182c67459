using System.Text.Json.Serialization;
using Winnow.Sources.Venues;

namespace Winnow.Sources.PaperCopilot;

/// <summary>
/// An entry of Paper Copilot's lists (github.com/papercopilot/paperlists): the wire shape, whose members and types vary from venue to venue. Lists in it are
/// one string, separated by semicolons.
/// </summary>
internal sealed class PaperlistEntry
{
    /// <summary>Not the publisher's: the name of the file, which alone says which conference this is. Added when the record is cut from its file.</summary>
    [JsonPropertyName(ConferenceFile.Member)]
    public string? File { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("author")]
    public string? Author { get; init; }

    [JsonPropertyName("aff")]
    public string? Affiliation { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("track")]
    public string? Track { get; init; }

    [JsonPropertyName("session")]
    public string? Session { get; init; }

    [JsonPropertyName("keywords")]
    public string? Keywords { get; init; }

    [JsonPropertyName("tldr")]
    public string? Tldr { get; init; }

    [JsonPropertyName("bibtex")]
    public string? BibTex { get; init; }

    [JsonPropertyName("site")]
    public string? Site { get; init; }

    [JsonPropertyName("openreview")]
    public string? OpenReview { get; init; }

    [JsonPropertyName("arxiv")]
    public string? ArXiv { get; init; }

    [JsonPropertyName("doi")]
    public string? Doi { get; init; }

    [JsonPropertyName("pdf")]
    public string? Pdf { get; init; }

    [JsonPropertyName("github")]
    public string? Github { get; init; }

    /// <summary>Citations at Google Scholar; -1 where nobody looked.</summary>
    [JsonPropertyName("gs_citation")]
    public double? Citations { get; init; }

    [JsonPropertyName("project")]
    public string? Project { get; init; }
}
