using System.Globalization;
using Winnow.Papers;
using Winnow.Trends;
using Winnow.Web.Pages.Trending;
using Winnow.Web.Typesetting;

namespace Winnow.Web.Feeds;

/// <summary>
/// The feeds of trending papers, best first. Scores change by the minute; a feed is as new as its papers or the hour, whichever is later, so that readers are not
/// sent the same again and again.
/// </summary>
internal sealed class TrendFeeds(TrendingPapers trending, IPaperLibrary library, TimeProvider clock)
{
    public async Task<Feed> PapersAsync(TrendingQuery query, CancellationToken cancel)
    {
        var request = query.ToRequest(null) with { Offset = (query.Page - 1) * Feed.PageSize, Limit = Feed.PageSize };
        var found = await trending.GetAsync(request, cancel);
        var stamps = (await library.GetStampsAsync([.. found.Papers.Select(one => one.Paper.Id)], cancel)).ToDictionary(stamp => stamp.Paper);
        FeedEntry[] entries = [.. found.Papers.Where(one => stamps.ContainsKey(one.Paper.Id)).Select(one => PaperEntry.Of(one.Paper, stamps[one.Paper.Id], Note(one, query.Window)))];
        return new Feed($"Winnow: trending {query.Described}", (query with { Page = 1 }).Url, FeedAddress.Of(query), entries, query.Page, found.Total > request.Offset + Feed.PageSize)
        {
            AsOf = Hour(),
        };
    }

    private static string Note(TrendingPaper one, TrendWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"No. {one.Rank} {TrendWords.Of(window)}: {TrendWords.Of(one.Movement).ToLowerInvariant()}.");

    private DateTimeOffset Hour()
    {
        var now = clock.GetUtcNow();
        return now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
    }
}
