using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Authors;

/// <summary>The papers of everybody who writes their name like this.</summary>
internal sealed class AuthorModel(IPaperLibrary library) : PageModel
{
    public string Name { get; private set; } = "";

    public PaperListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancel)
    {
        Name = PageLink.Unescape(name);
        Listing = await PaperListing.ReadAsync(Request.Query, PageLink.Author(Name), (offset, limit) => library.GetByAuthorAsync(Name, offset, limit, cancel));
        return Listing.Total == 0 ? NotFound() : Page();
    }
}
