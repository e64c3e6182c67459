namespace Winnow.Search;

/// <summary>Counts over all matches. Within each list the counts ignore that list's own filter, so that another value can be chosen.</summary>
/// <param name="Years">Ascending; years without matches are left out.</param>
/// <param name="Venues">Most matches first, at most 50.</param>
/// <param name="Sources">Most matches first.</param>
/// <param name="Categories">Most matches first, at most 50.</param>
public sealed record SearchFacets(
    IReadOnlyList<(int Year, long Papers)> Years,
    IReadOnlyList<FacetCount> Venues,
    IReadOnlyList<FacetCount> Sources,
    IReadOnlyList<FacetCount> Categories);
