using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Venues;

/// <summary>One venue's papers, of one year or of all.</summary>
internal sealed class VenueModel(IPaperLibrary library) : PageModel
{
    public VenueYears Venue { get; private set; } = null!;

    public int? Year { get; private set; }

    public PaperListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string venue, int? year, CancellationToken cancel)
    {
        var name = PageLink.Unescape(venue);
        Year = year;
        var path = year is { } y ? PageLink.Venue(name, y) : PageLink.Venue(name);
        Listing = await PaperListing.ReadAsync(Request.Query, path, (offset, limit) => library.GetByVenueAsync(name, year, offset, limit, cancel));
        var venues = await library.GetVenuesAsync(cancel);
        if (Listing.Total == 0 || venues.FirstOrDefault(known => known.Venue == name) is not { } found)
        {
            return NotFound();
        }

        Venue = found;
        return Page();
    }
}
