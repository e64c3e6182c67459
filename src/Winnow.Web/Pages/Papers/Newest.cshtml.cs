using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Papers;

/// <summary>The newest papers by first appearance.</summary>
internal sealed class NewestModel(IPaperLibrary library) : PageModel
{
    public PaperListing Listing { get; private set; } = null!;

    /// <summary>The day on which the first listed papers appeared; null when no more than its year is known.</summary>
    public DateOnly? Latest => Listing.Papers.Cards is [var first, ..] ? first.Paper.Published : null;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Listing = await PaperListing.ReadAsync(Request.Query, "/newest", (offset, limit) => library.GetNewestAsync(offset, limit, cancel));
}
