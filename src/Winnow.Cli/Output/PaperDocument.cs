using Winnow.Papers;

namespace Winnow.Cli.Output;

/// <summary>One paper for a script, with all that the library knows of it.</summary>
internal sealed record PaperDocument
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public int? Year { get; init; }

    public DateOnly? Published { get; init; }

    public string? Venue { get; init; }

    public string? Status { get; init; }

    public string? Track { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>As <c>scheme:value</c>, best first.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    public string? Tldr { get; init; }

    public string? Comment { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public string? Code { get; init; }

    public string? Project { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Most trusted first.</summary>
    public required IReadOnlyList<RecordDocument> Records { get; init; }

    /// <summary>For each field the id of the record that its value came from.</summary>
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    public static PaperDocument Of(Paper paper) => new()
    {
        Id = paper.Id.ToString(),
        Title = paper.Title,
        Abstract = paper.Abstract,
        Authors = paper.Authors,
        Year = paper.Year,
        Published = paper.Published,
        Venue = paper.Venue,
        Status = paper.Status,
        Track = paper.Track,
        Categories = paper.Categories,
        Keywords = paper.Keywords,
        Identifiers = [.. paper.Identifiers.Select(identifier => identifier.ToString())],
        Tldr = paper.Tldr,
        Comment = paper.Comment,
        Url = PaperUrl.Of(paper),
        Pdf = paper.Pdf,
        Code = paper.Code,
        Project = paper.Project,
        Withdrawn = paper.Withdrawn,
        Records = [.. paper.Records.Select(record => new RecordDocument(record.Id.ToString(), record.Source, record.Key))],
        Provenance = paper.Provenance.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
    };
}
