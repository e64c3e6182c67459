using System.Globalization;
using Winnow.Index;
using Winnow.Search.Indexing;

namespace Winnow.Search;

/// <summary>The index's counts as a reader's.</summary>
internal static class FacetCounts
{
    internal static SearchFacets Of(SearchResult result) => new(
        [.. result.Facets[PaperIndexFields.Year].Select(year => (int.Parse(year.Value, CultureInfo.InvariantCulture), year.Count))],
        Counts(result, PaperIndexFields.Venue),
        Counts(result, PaperIndexFields.Source),
        Counts(result, PaperIndexFields.Category));

    private static IReadOnlyList<FacetCount> Counts(SearchResult result, string field) =>
        [.. result.Facets[field].Select(facet => new FacetCount(facet.Value, facet.Count))];
}
