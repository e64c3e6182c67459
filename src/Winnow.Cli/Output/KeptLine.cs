using Winnow.Readers.Collections;

namespace Winnow.Cli.Output;

/// <summary>A paper of a collection for a script. Names and meanings are documented in <c>docs/cli.md</c> and stay.</summary>
internal sealed record KeptLine
{
    public required string Title { get; init; }

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The id that <c>winnow show</c> takes.</summary>
    public required string Id { get; init; }

    /// <summary>As <c>scheme:value</c>.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    public string? Url { get; init; }

    public required DateTimeOffset Added { get; init; }

    /// <summary>Absent when nothing was noted.</summary>
    public string? Note { get; init; }

    public static KeptLine Of(KeptPaper kept) => new()
    {
        Title = kept.Paper.Title,
        Year = kept.Paper.Year,
        Venue = kept.Paper.Venue,
        Authors = [.. kept.Paper.Authors.Select(author => author.Name)],
        Id = kept.Paper.Id.ToString(),
        Identifiers = [.. kept.Paper.Identifiers.Select(identifier => identifier.ToString())],
        Url = PaperUrl.Of(kept.Paper),
        Added = kept.Added,
        Note = kept.Note.Length > 0 ? kept.Note : null,
    };
}
