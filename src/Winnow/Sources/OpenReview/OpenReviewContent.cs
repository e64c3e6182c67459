using System.Text.Json.Serialization;

namespace Winnow.Sources.OpenReview;

/// <summary>The content of an <see cref="OpenReviewNote"/>, bare or wrapped. Conferences name some members as they like.</summary>
internal sealed class OpenReviewContent
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("abstract")]
    public string? Abstract { get; init; }

    [JsonPropertyName("authors")]
    public IReadOnlyList<string> Authors { get; init; } = [];

    [JsonPropertyName("keywords")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    [JsonPropertyName("TLDR")]
    public string? Tldr { get; init; }

    [JsonPropertyName("TL;DR")]
    public string? TlDr { get; init; }

    [JsonPropertyName("one-sentence_summary")]
    public string? OneSentenceSummary { get; init; }

    /// <summary>For people: "ICLR 2024 poster", "Submitted to ICLR 2024".</summary>
    [JsonPropertyName("venue")]
    public string? Venue { get; init; }

    /// <summary>For programs: <c>ICLR.cc/2024/Conference</c>, with <c>/Rejected_Submission</c> and the like after it.</summary>
    [JsonPropertyName("venueid")]
    public string? VenueId { get; init; }

    [JsonPropertyName("pdf")]
    public string? Pdf { get; init; }

    [JsonPropertyName("primary_area")]
    public string? PrimaryArea { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("_bibtex")]
    public string? BibTex { get; init; }
}
