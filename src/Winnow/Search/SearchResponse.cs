namespace Winnow.Search;

/// <summary>Ranked papers with what it took to find them.</summary>
public sealed record SearchResponse
{
    /// <summary>Hits of this page, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How many papers match: they have most of the words.</summary>
    public required long Matches { get; init; }

    /// <summary>How many others are worth reading because they are near in meaning; the ranking may continue past both with weaker ones.</summary>
    public long Near { get; init; }

    /// <summary>Set when the query is an identifier or a pasted URL that names one paper of the library.</summary>
    public Papers.PaperId? Direct { get; init; }

    /// <summary>Counts over all matches, when asked for.</summary>
    public SearchFacets? Facets { get; init; }

    /// <summary>Set when not the query as typed was searched but what was probably meant.</summary>
    public CorrectedQuery? Corrected { get; init; }

    /// <summary>What a reader should know of how the query was read, such as an operator that was searched as a word; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public TimeSpan Took { get; init; }
}
