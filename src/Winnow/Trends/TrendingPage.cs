using Winnow.Search;

namespace Winnow.Trends;

/// <summary>One page of trending papers.</summary>
public sealed record TrendingPage
{
    /// <summary>Best first.</summary>
    public required IReadOnlyList<TrendingPaper> Papers { get; init; }

    /// <summary>How many papers the list has over all its pages.</summary>
    public required int Total { get; init; }

    /// <summary>The moment for which scores were computed.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Categories that the window's papers have, most papers first, whatever the request was narrowed to.</summary>
    public IReadOnlyList<FacetCount> Categories { get; init; } = [];

    /// <summary>Venues that the window's papers have, most papers first, whatever the request was narrowed to.</summary>
    public IReadOnlyList<FacetCount> Venues { get; init; } = [];
}
