namespace Winnow.Index;

/// <summary>Queries joined. A document matches when all of <see cref="Must"/> and <see cref="Filter"/> and none of <see cref="MustNot"/> hold.</summary>
public sealed record BooleanQuery : IndexQuery
{
    /// <summary>Words and phrases that add to the score; together they match by the rule of <see cref="WordsQuery"/>.</summary>
    public IReadOnlyList<IndexQuery> Should { get; init; } = [];

    /// <summary>Required, and adds to the score.</summary>
    public IReadOnlyList<IndexQuery> Must { get; init; } = [];

    public IReadOnlyList<IndexQuery> MustNot { get; init; } = [];

    /// <summary>Required, adds nothing to the score.</summary>
    public IReadOnlyList<IndexQuery> Filter { get; init; } = [];
}
