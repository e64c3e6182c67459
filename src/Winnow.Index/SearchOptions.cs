namespace Winnow.Index;

/// <summary>Which part of the answer is wanted, and what to compute beside it.</summary>
public sealed record SearchOptions
{
    public int Offset { get; init; }

    public int Limit { get; init; } = 10;

    /// <summary>Null: by score, ties by id.</summary>
    public NumberSort? Sort { get; init; }

    /// <summary>All must hold. Counts of a facet ignore the filters of its own field.</summary>
    public IReadOnlyList<FieldFilter> Filters { get; init; } = [];

    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Whether each hit carries its <see cref="Explanation"/>.</summary>
    public bool WithExplanations { get; init; }

    /// <summary>Whether to count matches; facets and sorting count them in any case.</summary>
    public bool CountMatches { get; init; } = true;
}
