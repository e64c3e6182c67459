using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Winnow.Web.Pages.Search;
using Winnow.Web.Pages.Topics;
using Winnow.Web.Pages.Trending;

namespace Winnow.Web.Feeds;

/// <summary>Addresses of feeds: that of the page with <c>.atom</c> behind its path, so that whoever knows the page knows the feed.</summary>
internal static class FeedAddress
{
    public const string Ending = ".atom";

    /// <summary>The pages that have a feed, by the first part of their path, and how many further parts they have.</summary>
    private static readonly Dictionary<string, (int Least, int Most)> Pages = new(StringComparer.Ordinal)
    {
        ["newest"] = (0, 0),
        ["search"] = (0, 0),
        ["authors"] = (1, 1),
        ["venues"] = (1, 2),
        ["categories"] = (1, 1),
        ["collection"] = (1, 1),
        ["day"] = (1, 1),
        ["week"] = (1, 1),
        ["month"] = (1, 1),
        ["trending"] = (0, 1),
        ["topics"] = (0, 0),
    };

    /// <param name="page">A page's path, escaped and without a query.</param>
    public static string Of(string page) => page + Ending;

    /// <summary>A search's feed is the same in whatever order its page is sorted: the newest matches come first.</summary>
    public static string Of(SearchQuery query) => (query with { Page = 1, Sort = Winnow.Search.SearchSort.Relevance }).Write(Of("/search"));

    public static string Of(TrendingQuery query) => (query with { Page = 1 }).Write(Of(query.Path));

    public static string Of(TopicsQuery query) => query.Write(Of("/topics"));

    /// <summary>One page of a feed, by its number; the first has none.</summary>
    public static string Page(string feed, int page) =>
        page == 1 ? feed : string.Create(CultureInfo.InvariantCulture, $"{feed}{(feed.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}");

    /// <summary>The feed of the page that was asked for, if it has one.</summary>
    public static bool TryFind(HttpRequest page, [NotNullWhen(true)] out string? feed)
    {
        var path = page.Path.ToUriComponent();
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        feed = null;
        if (path.EndsWith(Ending, StringComparison.Ordinal))
        {
            return false;
        }

        if (parts.Length == 0)
        {
            feed = Of("/newest");
        }
        else if (Pages.TryGetValue(parts[0], out var further) && parts.Length - 1 >= further.Least && parts.Length - 1 <= further.Most)
        {
            feed = parts[0] switch
            {
                "search" => Of(SearchQuery.Read(page.Query)),
                "trending" => Of(TrendingQuery.Read(parts is [_, var window] ? window : null, page.Query)),
                "topics" => Of(TopicsQuery.Read(page.Query)),
                _ => Of(path),
            };
        }

        return feed is not null;
    }
}
