using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Web.Pages.Trending;

/// <summary>What a trending page's address says: <c>/trending</c> for today, <c>/trending/week?category=cs.CL&amp;venue=ACL&amp;page=2</c>.</summary>
internal sealed record TrendingQuery
{
    public const int PageSize = 25;
    public const int MostPages = 40;
    private const int LongestName = 200;

    public TrendWindow Window { get; init; }

    public string? Category { get; init; }

    public string? Venue { get; init; }

    public int Page { get; init; } = 1;

    public string Url => Write(Path);

    /// <summary>"today", "today in cs.CL and ACL".</summary>
    public string Described => (Category, Venue) switch
    {
        ({ } category, { } venue) => $"{Typesetting.TrendWords.Of(Window)} in {category} at {venue}",
        ({ } category, null) => $"{Typesetting.TrendWords.Of(Window)} in {category}",
        (null, { } venue) => $"{Typesetting.TrendWords.Of(Window)} at {venue}",
        _ => Typesetting.TrendWords.Of(Window),
    };

    /// <summary>Without what it is narrowed to.</summary>
    public string Path => Window == TrendWindow.Day ? "/trending" : $"/trending/{Window.ToString().ToLowerInvariant()}";

    /// <param name="window"><c>week</c>, <c>month</c> or <c>all</c>; null for today.</param>
    /// <param name="query">May hold the rest; what cannot be read counts as left out.</param>
    public static TrendingQuery Read(string? window, IQueryCollection query) => new()
    {
        Window = window switch { "week" => TrendWindow.Week, "month" => TrendWindow.Month, "all" => TrendWindow.All, _ => TrendWindow.Day },
        Category = Name(query["category"].ToString()),
        Venue = Name(query["venue"].ToString()),
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
    };

    public TrendingRequest ToRequest(ReaderKey? reader) =>
        new() { Window = Window, Category = Category, Venue = Venue, Offset = (Page - 1) * PageSize, Limit = PageSize, Reader = reader };

    /// <summary>The same list at another path.</summary>
    public string Write(string path)
    {
        var url = new StringBuilder(path);
        Append("category", Category);
        Append("venue", Venue);
        Append("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return url.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                var separator = url.Length == path.Length ? '?' : '&';
                url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    private static string? Name(string text) => text.Trim() is { Length: > 0 and <= LongestName } name ? name : null;
}
