using Winnow.Search;

namespace Winnow.Trends;

/// <summary>A part of a list of trending papers, before the papers themselves are looked up.</summary>
internal sealed record TrendList(IReadOnlyList<TrendStanding> Papers, int Total, IReadOnlyList<FacetCount> Categories, IReadOnlyList<FacetCount> Venues);
