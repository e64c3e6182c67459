using System.Globalization;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Web.Links;
using Winnow.Web.Pages.Periods;
using Winnow.Web.Pages.Search;

namespace Winnow.Web.Feeds;

/// <summary>The feed of each page that lists papers, the newest first. Null where the page is not there either.</summary>
/// <param name="library">The papers.</param>
/// <param name="search">Finds those of a search and of a category.</param>
internal sealed class PaperFeeds(IPaperLibrary library, PaperSearch search)
{
    public async Task<Feed?> NewestAsync(int number, CancellationToken cancel) =>
        await OfAsync("newest papers", "/newest", number, (offset, limit) => library.GetNewestAsync(offset, limit, cancel), cancel);

    public async Task<Feed?> AuthorAsync(string name, int number, CancellationToken cancel) =>
        NotEmpty(await OfAsync(name, PageLink.Author(name), number, (offset, limit) => library.GetByAuthorAsync(name, offset, limit, cancel), cancel));

    public async Task<Feed?> VenueAsync(string venue, int? year, int number, CancellationToken cancel)
    {
        var (title, page) = year is { } y ? (string.Create(CultureInfo.InvariantCulture, $"{venue} {y}"), PageLink.Venue(venue, y)) : (venue, PageLink.Venue(venue));
        return NotEmpty(await OfAsync(title, page, number, (offset, limit) => library.GetNewestByVenueAsync(venue, year, offset, limit, cancel), cancel));
    }

    public async Task<Feed?> CategoryAsync(string category, int number, CancellationToken cancel) =>
        NotEmpty(await OfAsync(category, PageLink.Category(category), number, (offset, limit) => FindNewestAsync(SearchQuery.OfCategory(category), offset, limit, cancel), cancel));

    public async Task<Feed?> PeriodAsync(CalendarPeriod period, int number, CancellationToken cancel) =>
        await OfAsync(period.Title, period.Path, number, (offset, limit) => library.GetAppearedAsync(period.First, period.Last, offset, limit, cancel), cancel);

    /// <summary>A question's feed lists what matches it by date, not by how well it matches: what comes later comes first.</summary>
    public async Task<Feed?> SearchAsync(SearchQuery query, CancellationToken cancel)
    {
        var filters = string.Join(", ", ActiveFilters.Of(query).Select(filter => filter.Label));
        var title = (query.Text.Length > 0, filters.Length > 0) switch
        {
            (true, true) => $"{query.Text} ({filters})",
            (true, false) => query.Text,
            _ => filters,
        };
        var read = await ReadAsync(query.Page, (offset, limit) => FindNewestAsync(query, offset, limit, cancel), cancel);
        return new Feed($"Winnow: {title}", (query with { Page = 1 }).Url, FeedAddress.Of(query), read.Entries, read.Number, read.HasMore);
    }

    private async Task<PaperPage> FindNewestAsync(SearchQuery query, int offset, int limit, CancellationToken cancel)
    {
        var request = new SearchRequest { Text = query.Text, Filters = query.Filters, Verbatim = query.Verbatim, Sort = SearchSort.Newest, Offset = offset, Limit = limit };
        var answer = await search.SearchAsync(request, cancel);
        return new PaperPage([.. answer.Hits.Select(hit => hit.Paper)], answer.Matches);
    }

    private async Task<Feed> OfAsync(string title, string page, int number, Func<int, int, Task<PaperPage>> read, CancellationToken cancel)
    {
        var found = await ReadAsync(number, read, cancel);
        return new Feed($"Winnow: {title}", page, FeedAddress.Of(page), found.Entries, found.Number, found.HasMore);
    }

    private async Task<(IReadOnlyList<FeedEntry> Entries, int Number, bool HasMore)> ReadAsync(
        int number, Func<int, int, Task<PaperPage>> read, CancellationToken cancel)
    {
        var page = Math.Clamp(number, 1, Feed.MostPages);
        var offset = (page - 1) * Feed.PageSize;
        var found = await read(offset, Feed.PageSize);
        var stamps = (await library.GetStampsAsync([.. found.Papers.Select(paper => paper.Id)], cancel)).ToDictionary(stamp => stamp.Paper);
        // A paper that was removed between the two reads is left out.
        FeedEntry[] entries = [.. found.Papers.Where(paper => stamps.ContainsKey(paper.Id)).Select(paper => PaperEntry.Of(paper, stamps[paper.Id]))];
        return (entries, page, page < Feed.MostPages && found.Total > offset + Feed.PageSize);
    }

    private static Feed? NotEmpty(Feed feed) => feed.Entries.Count == 0 ? null : feed;
}
