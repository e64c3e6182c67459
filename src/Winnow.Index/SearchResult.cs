namespace Winnow.Index;

/// <summary>The answer to one query.</summary>
public sealed record SearchResult
{
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>How many documents match; a ranking by score may go on past them with weaker ones. −1 when not counted.</summary>
    public required long Matches { get; init; }

    /// <summary>By field, in the order of the request: keywords with most matches first (ties by value), numbers ascending.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<FacetValue>>();
}
