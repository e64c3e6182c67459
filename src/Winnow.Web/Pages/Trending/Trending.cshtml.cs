using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Trends;
using Winnow.Web.Hosting;
using Winnow.Web.Pages.Shared;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Trending;

/// <summary>What a window's readers are excited about, and why each paper ranks where it does.</summary>
internal sealed class TrendingModel(TrendingPapers trending, RequestTiming timing) : PageModel
{
    public TrendingQuery Query { get; private set; } = new();

    public TrendingPage Found { get; private set; } = null!;

    public Pager Pager { get; private set; } = Pager.None;

    /// <summary>Where nothing is trending in this window: the longer ones in which something is, with their papers.</summary>
    public IReadOnlyList<(TrendWindow Window, int Papers)> Longer { get; private set; } = [];

    public async Task OnGetAsync(string? window, CancellationToken cancel)
    {
        Query = TrendingQuery.Read(window, Request.Query);
        Found = await timing.SearchAsync(() => trending.GetAsync(Query.ToRequest(ReaderCookie.Read(Request)), cancel));
        if (Found.Total == 0) Longer = await LongerAsync(cancel);
        Pager = Pager.Of(Query.Page, TrendingQuery.PageSize, Found.Total, TrendingQuery.MostPages, page => (Query with { Page = page }).Url);
    }

    private async Task<IReadOnlyList<(TrendWindow Window, int Papers)>> LongerAsync(CancellationToken cancel)
    {
        var longer = new List<(TrendWindow Window, int Papers)>();
        foreach (var window in Enum.GetValues<TrendWindow>().Where(window => window > Query.Window))
        {
            var found = await trending.GetAsync((Query with { Window = window, Page = 1 }).ToRequest(ReaderCookie.Read(Request)), cancel);
            if (found.Total > 0) longer.Add((window, found.Total));
        }

        return longer;
    }
}
