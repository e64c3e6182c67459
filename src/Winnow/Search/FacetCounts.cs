using System.Globalization;
using Winnow.Index;
using Winnow.Search.Indexing;

namespace Winnow.Search;

/// <summary>The index's counts as a reader's.</summary>
internal static class FacetCounts
{
    internal static SearchFacets Of(SearchResult result) => new(
        [.. Values(result, PaperIndexFields.Year).Select(year => (int.Parse(year.Value, CultureInfo.InvariantCulture), year.Count))],
        Counts(result, PaperIndexFields.Venue),
        Counts(result, PaperIndexFields.Source),
        Counts(result, PaperIndexFields.Category));

    private static IReadOnlyList<FacetCount> Counts(SearchResult result, string field) =>
        [.. Values(result, field).Select(facet => new FacetCount(facet.Value, facet.Count))];

    /// <summary>An index that was never written has no fields.</summary>
    private static IReadOnlyList<FacetValue> Values(SearchResult result, string field) => result.Facets.GetValueOrDefault(field, []);
}
