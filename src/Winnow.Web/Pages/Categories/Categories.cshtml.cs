using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Search;

namespace Winnow.Web.Pages.Categories;

/// <summary>The categories with most papers.</summary>
internal sealed class CategoriesModel(PaperSearch search) : PageModel
{
    public IReadOnlyList<FacetCount> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Categories = (await search.SearchAsync(new SearchRequest { Text = "", Limit = 0, WithFacets = true }, cancel)).Facets?.Categories ?? [];
}
