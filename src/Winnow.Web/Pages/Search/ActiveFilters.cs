using System.Globalization;
using Winnow.Web.Links;

namespace Winnow.Web.Pages.Search;

/// <summary>The filters in force, each with the address that takes it away.</summary>
internal static class ActiveFilters
{
    public static IEnumerable<(string Label, string Url)> Of(SearchQuery query)
    {
        var filters = query.Filters;
        if (filters.FromYear is not null || filters.ToYear is not null)
        {
            yield return (Years(filters.FromYear, filters.ToYear), query.WithYears(null, null).Url);
        }

        foreach (var venue in filters.Venues)
        {
            yield return (venue, query.WithFilters(filters with { Venues = [.. filters.Venues.Where(other => other != venue)] }).Url);
        }

        foreach (var source in filters.Sources)
        {
            yield return (SourceName.Of(source), query.WithFilters(filters with { Sources = [.. filters.Sources.Where(other => other != source)] }).Url);
        }

        foreach (var category in filters.Categories)
        {
            yield return (category, query.WithFilters(filters with { Categories = [.. filters.Categories.Where(other => other != category)] }).Url);
        }

        if (filters.HasCode)
        {
            yield return ("With code", query.WithFilters(filters with { HasCode = false }).Url);
        }
    }

    private static string Years(int? from, int? to) => (from, to) switch
    {
        ({ } a, { } b) when a == b => a.ToString(CultureInfo.InvariantCulture),
        ({ } a, { } b) => string.Create(CultureInfo.InvariantCulture, $"{a}–{b}"),
        ({ } a, null) => string.Create(CultureInfo.InvariantCulture, $"Since {a}"),
        (null, { } b) => string.Create(CultureInfo.InvariantCulture, $"Until {b}"),
        _ => "",
    };
}
