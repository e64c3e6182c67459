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

    public async Task OnGetAsync(string? window, CancellationToken cancel)
    {
        Query = TrendingQuery.Read(window, Request.Query);
        Found = await timing.SearchAsync(() => trending.GetAsync(Query.ToRequest(ReaderCookie.Read(Request)), cancel));
        Pager = Pager.Of(Query.Page, TrendingQuery.PageSize, Found.Total, TrendingQuery.MostPages, page => (Query with { Page = page }).Url);
    }
}
