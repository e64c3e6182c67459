using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Winnow.Search;

namespace Winnow.Web.Pages.Search;

/// <summary>
/// What a search page's address says: <c>/search?q=…&amp;venue=…&amp;from=…&amp;to=…&amp;source=…&amp;category=…&amp;code=1&amp;sort=newest&amp;verbatim=1&amp;page=2</c>.
/// Anything that cannot be read counts as left out, so an address that somebody shortened or mistyped still leads somewhere.
/// </summary>
internal sealed record SearchQuery
{
    public const int PageSize = 20;

    /// <summary>Nobody reads past it, and ranking so deep costs as much as the first pages together.</summary>
    public const int MostPages = 100;

    private const int LongestText = 1000;
    private const int MostValues = 50;

    public string Text { get; init; } = "";

    public SearchFilters Filters { get; init; } = new();

    public SearchSort Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether words that stand in no paper are left as typed.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Sent by the script while the reader is still writing; never part of an address that is shown.</summary>
    public bool Typing { get; init; }

    public bool HasFilters =>
        Filters is { FromYear: not null } or { ToYear: not null } or { HasCode: true } || Filters.Venues.Count + Filters.Sources.Count + Filters.Categories.Count > 0;

    /// <summary>Nothing was asked, so there is nothing to search.</summary>
    public bool IsEmpty => Text.Length == 0 && !HasFilters;

    public string Url => Write("/search");

    public static SearchQuery Read(IQueryCollection query)
    {
        var from = Year(query["from"]);
        var to = Year(query["to"]);
        if (from > to)
        {
            (from, to) = (to, from);
        }

        var text = query["q"].ToString().Trim();
        return new SearchQuery
        {
            Text = text.Length <= LongestText ? text : text[..LongestText],
            Filters = new SearchFilters
            {
                FromYear = from,
                ToYear = to,
                Venues = Values(query["venue"]),
                Sources = Values(query["source"]),
                Categories = Values(query["category"]),
                HasCode = query["code"] == "1",
            },
            Sort = query["sort"].ToString() switch { "newest" => SearchSort.Newest, "oldest" => SearchSort.Oldest, _ => SearchSort.Relevance },
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
            Verbatim = query["verbatim"] == "1",
            Typing = query["typing"] == "1",
        };
    }

    /// <summary>A form without script sends its empty fields along; the address is nicer without.</summary>
    public static bool HasEmptyFields(IQueryCollection query) => query.Any(pair => pair.Key is "q" or "from" or "to" && pair.Value.ToString().Length == 0);

    public static SearchQuery OfCategory(string category) => new() { Filters = new SearchFilters { Categories = [category] } };

    public SearchRequest ToRequest() => new()
    {
        Text = Text,
        Filters = Filters,
        Sort = Sort,
        Offset = (Page - 1) * PageSize,
        Limit = PageSize,
        WithFacets = true,
        WithExplanation = true,
        Verbatim = Verbatim,
        Typing = Typing,
    };

    public SearchQuery WithFilters(SearchFilters filters) => this with { Filters = filters, Page = 1 };

    public SearchQuery WithYears(int? from, int? to) => WithFilters(Filters with { FromYear = from, ToYear = to });

    /// <summary>The same question with other parameters and the same rules, at another path.</summary>
    public string Write(string path)
    {
        var url = new StringBuilder(path);
        Append(url, "q", Text);
        foreach (var (name, values) in new[] { ("venue", Filters.Venues), ("source", Filters.Sources), ("category", Filters.Categories) })
        {
            foreach (var value in values)
            {
                Append(url, name, value);
            }
        }

        Append(url, "from", Filters.FromYear?.ToString(CultureInfo.InvariantCulture));
        Append(url, "to", Filters.ToYear?.ToString(CultureInfo.InvariantCulture));
        Append(url, "code", Filters.HasCode ? "1" : null);
        Append(url, "sort", Sort switch { SearchSort.Newest => "newest", SearchSort.Oldest => "oldest", _ => null });
        Append(url, "verbatim", Verbatim ? "1" : null);
        Append(url, "page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return url.ToString();

        void Append(StringBuilder target, string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                var separator = target.Length == path.Length ? '?' : '&';
                target.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));
            }
        }
    }

    private static int? Year(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? year : null;

    private static string[] Values(Microsoft.Extensions.Primitives.StringValues values) =>
        [.. values.Where(value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.Ordinal).Take(MostValues)!];
}
