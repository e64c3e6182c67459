using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Winnow.Web.Links;
using Winnow.Web.Pages.Periods;
using Winnow.Web.Pages.Search;
using Winnow.Web.Pages.Topics;
using Winnow.Web.Pages.Trending;

namespace Winnow.Web.Feeds;

/// <summary>Answers for the feeds. Readers ask again and again, so each answer has a tag and a time by which the next one may be "not modified".</summary>
internal static class FeedRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "/newest.atom", (feeds, request) => feeds.NewestAsync(Number(request), request.HttpContext.RequestAborted));
        Map(app, "/authors/{name}.atom", (feeds, request) => feeds.AuthorAsync(Value(request, "name"), Number(request), request.HttpContext.RequestAborted));
        Map(app, "/categories/{category}.atom", (feeds, request) => feeds.CategoryAsync(Value(request, "category"), Number(request), request.HttpContext.RequestAborted));
        Map(app, "/venues/{venue}.atom", (feeds, request) => feeds.VenueAsync(Value(request, "venue"), null, Number(request), request.HttpContext.RequestAborted));
        Map(app, "/venues/{venue}/{year:int}.atom", (feeds, request) => feeds.VenueAsync(
            Value(request, "venue"), int.Parse(Value(request, "year"), CultureInfo.InvariantCulture), Number(request), request.HttpContext.RequestAborted));
        Map(app, "/{kind:regex(^(day|week|month)$)}/{name}.atom", (feeds, request) =>
            CalendarPeriod.TryParse(Value(request, "kind"), Value(request, "name"), out var period)
                ? feeds.PeriodAsync(period, Number(request), request.HttpContext.RequestAborted)
                : Task.FromResult<Feed?>(null));
        MapTrend(app, "/trending.atom", (feeds, request) => feeds.PapersAsync(TrendingQuery.Read(null, request.Query), request.HttpContext.RequestAborted));
        MapTrend(app, "/trending/{window:regex(^(week|month|all)$)}.atom", (feeds, request) =>
            feeds.PapersAsync(TrendingQuery.Read(Value(request, "window"), request.Query), request.HttpContext.RequestAborted));
        app.MapMethods("/collection/{slug}.atom", Reading, async (CollectionFeeds feeds, HttpRequest request) =>
            Answer(request, await feeds.PapersAsync(Value(request, "slug"), Number(request), request.HttpContext.RequestAborted)));
        app.MapMethods("/topics.atom", Reading, async (TopicFeeds feeds, HttpRequest request) =>
            Answer(request, await feeds.TopicsAsync(TopicsQuery.Read(request.Query), request.HttpContext.RequestAborted)));
        app.MapMethods("/search.atom", Reading, async (PaperFeeds feeds, HttpRequest request) =>
        {
            var query = SearchQuery.Read(request.Query);
            // Nothing asked: the newest of all are what matches.
            return query.IsEmpty ? TypedResults.Redirect("/newest.atom") : Answer(request, await feeds.SearchAsync(query, request.HttpContext.RequestAborted));
        });
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, Func<PaperFeeds, HttpRequest, Task<Feed?>> read) =>
        app.MapMethods(pattern, Reading, async (PaperFeeds feeds, HttpRequest request) => Answer(request, await read(feeds, request)));

    private static void MapTrend(IEndpointRouteBuilder app, string pattern, Func<TrendFeeds, HttpRequest, Task<Feed>> read) =>
        app.MapMethods(pattern, Reading, async (TrendFeeds feeds, HttpRequest request) => Answer(request, await read(feeds, request)));

    private static IResult Answer(HttpRequest request, Feed? feed)
    {
        if (feed is null)
        {
            return TypedResults.NotFound();
        }

        var body = AtomWriter.Write(feed, new Uri($"{request.Scheme}://{request.Host}"));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"");
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(body, "application/atom+xml; charset=utf-8", lastModified: feed.Updated, entityTag: tag);
    }

    private static string Value(HttpRequest request, string name) => PageLink.Unescape((string)request.RouteValues[name]!);

    private static int Number(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Feed.MostPages) : 1;
}
