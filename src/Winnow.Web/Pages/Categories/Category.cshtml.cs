using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Web.Hosting;
using Winnow.Web.Links;
using Winnow.Web.Pages.Search;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Categories;

/// <summary>One category's papers, the newest first.</summary>
internal sealed class CategoryModel(PaperSearch search, RequestTiming timing) : PageModel
{
    public string Category { get; private set; } = "";

    public PaperListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string category, CancellationToken cancel)
    {
        Category = PageLink.Unescape(category);
        Listing = await PaperListing.ReadAsync(Request.Query, PageLink.Category(Category), async (offset, limit) =>
        {
            var request = new SearchRequest { Text = "", Filters = SearchQuery.OfCategory(Category).Filters, Sort = SearchSort.Newest, Offset = offset, Limit = limit };
            var answer = await timing.SearchAsync(() => search.SearchAsync(request, cancel));
            return new PaperPage([.. answer.Hits.Select(hit => hit.Paper)], Math.Min(answer.Matches, PaperSearch.MaxOffset));
        });
        return Listing.Total == 0 ? NotFound() : Page();
    }
}
