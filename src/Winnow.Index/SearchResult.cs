namespace Winnow.Index;

/// <summary>The answer to one query.</summary>
public sealed record SearchResult
{
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>How many documents match; a ranking by score may go on past them with weaker ones. −1 when not counted.</summary>
    public required long Matches { get; init; }

    /// <summary>
    /// Terms that the query's scored words and phrases stand for, other forms and completions included; for highlighting. A name's exact form is given as
    /// <see cref="SearchIndex.Analyze"/> gives it.
    /// </summary>
    public IReadOnlySet<string> Terms { get; init; } = new HashSet<string>();

    /// <summary>By field, in the order of the request: keywords with most matches first (ties by value), numbers ascending.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<FacetValue>>();
}
