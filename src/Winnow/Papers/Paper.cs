namespace Winnow.Papers;

/// <summary>One work, merged from all its records by <c>PaperMerge</c>.</summary>
public sealed record Paper
{
    public required PaperId Id { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public IReadOnlyList<Author> Authors { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>The day the work first appeared, from the record that knows it best; null when only the year is known.</summary>
    public DateOnly? Published { get; init; }

    public string? Venue { get; init; }

    public string? Status { get; init; }

    public string? Track { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Every identifier that any record gave, best first.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    public string? Tldr { get; init; }

    public string? Comment { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public string? Code { get; init; }

    public string? Project { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>The records it was merged from, most trusted first.</summary>
    public required IReadOnlyList<RecordReference> Records { get; init; }

    /// <summary>For each field name (camel case, as in JSON) the record that its value came from.</summary>
    public IReadOnlyDictionary<string, RecordId> Provenance { get; init; } = new Dictionary<string, RecordId>();
}
