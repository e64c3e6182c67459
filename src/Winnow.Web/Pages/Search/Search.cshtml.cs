using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Trends;
using Winnow.Trends.Topics;
using Winnow.Web.Hosting;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Search;

/// <summary>The front page and the results; <c>/search/results</c> gives their middle alone, for the script that searches as one types.</summary>
internal sealed class SearchModel(
    PaperSearch search, IPaperLibrary library, TrendingPapers trending, TrendingTopics topics, LibraryGlance glance, Following following, RequestTiming timing) : PageModel
{
    private const int NewestShown = 6;
    private const int TrendingShown = 5;
    private const int TopicsShown = 8;

    public SearchQuery Query { get; private set; } = new();

    public LibraryCounts Counts { get; private set; } = null!;

    /// <summary>The answer; null when nothing was asked.</summary>
    public SearchResponse? Answer { get; private set; }

    /// <summary>The paper that the query names, as an address.</summary>
    public string? Direct { get; private set; }

    public IReadOnlyList<Paper> Newest { get; private set; } = [];

    /// <summary>What is trending in the shortest window that has enough; empty for the sample, which nobody has voted on.</summary>
    public IReadOnlyList<TrendingPaper> Trending { get; private set; } = [];

    public TrendWindow Window { get; private set; }

    public IReadOnlyList<RisingTopic> Topics { get; private set; } = [];

    public IReadOnlyList<VenueYears> Venues { get; private set; } = [];

    public YearHistogram? Years { get; private set; }

    public IReadOnlyList<FacetList> Facets { get; private set; } = [];

    /// <summary>Whether to propose to follow sources: a visitor may, and nothing is followed yet.</summary>
    public bool IsFollowProposed { get; private set; }

    public Pager Pager { get; private set; } = Pager.None;

    /// <summary>The model that answers; null on a site without.</summary>
    public MeaningGlance? Meaning { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Query = SearchQuery.Read(Request.Query);
        if (SearchQuery.HasEmptyFields(Request.Query))
        {
            return Redirect(Query.IsEmpty ? "/" : Query.Url);
        }

        Counts = await glance.CountAsync(cancel);
        if (Query.IsEmpty)
        {
            IsFollowProposed = await following.IsProposedAsync(cancel);
            Newest = (await library.GetNewestAsync(0, NewestShown, cancel)).Papers;
            Venues = await library.GetVenuesAsync(cancel);
            await FindTrendingAsync(cancel);
            return Page();
        }

        Meaning = MeaningGlance.Of(HttpContext.RequestServices, Counts.Papers);
        Answer = await timing.SearchAsync(() => search.SearchAsync(Query.ToRequest(), cancel));
        if (Answer.Direct is { } id && await library.FindAsync(id, cancel) is { } paper)
        {
            Direct = PaperLink.To(paper);
        }

        Pager = Pager.Of(Query.Page, SearchQuery.PageSize, Answer.Matches + Answer.Near, SearchQuery.MostPages, page => (Query with { Page = page }).Url);
        Fill(Answer.Facets);
        return Direct is not null && !IsFragment ? Redirect(Direct) : Page();
    }

    private bool IsFragment => RouteData.Values["page"] is "/Search/Results";

    private async Task FindTrendingAsync(CancellationToken cancel)
    {
        Topics = Counts.OnlySample ? [] : (await topics.GetAsync(null, null, TopicsShown, cancel))?.Topics ?? [];
        foreach (var window in Counts.OnlySample ? [] : Enum.GetValues<TrendWindow>())
        {
            var request = new TrendingRequest { Window = window, Limit = TrendingShown, Reader = ReaderCookie.Read(Request) };
            (Window, Trending) = (window, (await trending.GetAsync(request, cancel)).Papers);
            if (Trending.Count == TrendingShown)
            {
                return;
            }
        }
    }

    private void Fill(SearchFacets? facets)
    {
        if (facets is null)
        {
            return;
        }

        var filters = Query.Filters;
        Years = YearHistogram.Of(facets.Years, filters.FromYear, filters.ToYear);
        Facets =
        [
            FacetList.Of("Venue", "venue", facets.Venues, filters.Venues),
            FacetList.Of("Category", "category", facets.Categories, filters.Categories),
            FacetList.Of("Source", "source", facets.Sources, filters.Sources),
        ];
    }
}
