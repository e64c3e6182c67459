using System.Text.Json.Serialization;

namespace Winnow.Sources.MiniConf;

/// <summary>
/// A paper in the data of a conference site made with Mini-Conf or its descendants (github.com/Mini-Conf/Mini-Conf, acl-org/emnlp-2023-miniconf): the wire
/// shape.
/// </summary>
internal sealed class MiniConfPaper
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("UID")]
    public string? Uid { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("authors")]
    public IReadOnlyList<string> Authors { get; init; } = [];

    [JsonPropertyName("keywords")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary><c>Main-Oral</c>, <c>findings</c>.</summary>
    [JsonPropertyName("paper_type")]
    public string? PaperType { get; init; }

    [JsonPropertyName("track")]
    public string? Track { get; init; }

    [JsonPropertyName("tldr")]
    public string? Tldr { get; init; }

    [JsonPropertyName("TLDR")]
    public string? TlDr { get; init; }

    [JsonPropertyName("anthology_url")]
    public string? AnthologyUrl { get; init; }

    [JsonPropertyName("paper_pdf")]
    public string? Pdf { get; init; }

    [JsonPropertyName("pdf_url")]
    public string? PdfUrl { get; init; }
}
