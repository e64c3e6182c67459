namespace Winnow.Papers;

/// <summary>What one source says of a paper, read into Winnow's terms. Text is already NFC and free of control characters; null means the source is silent.</summary>
public sealed record RecordFields
{
    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>Year of publication (for a preprint: of its first version).</summary>
    public int? Year { get; init; }

    /// <summary>The day the work first appeared, when the source knows it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day of the newest version, when the source knows it.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>The day on which the source last changed this record, when it says so apart from the work's own days.</summary>
    public DateOnly? Touched { get; init; }

    /// <summary>Conference or journal by its usual short name ("NeurIPS", "ACL"), without a year.</summary>
    public string? Venue { get; init; }

    /// <summary>Oral, Spotlight, Poster, Reject, Withdrawn, preprint…, as the source says.</summary>
    public string? Status { get; init; }

    public string? Track { get; init; }

    public string? Session { get; init; }

    /// <summary>Subject categories such as <c>cs.CL</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>A one-sentence summary that the source offers.</summary>
    public string? Tldr { get; init; }

    public string? Comment { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public string? Code { get; init; }

    public string? Project { get; init; }

    /// <summary>The source says that the work was withdrawn, retracted or deleted.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Versions as the source lists them, oldest first; empty when it does not.</summary>
    public IReadOnlyList<PaperVersion> Versions { get; init; } = [];
}
