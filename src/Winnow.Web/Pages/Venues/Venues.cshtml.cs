using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;

namespace Winnow.Web.Pages.Venues;

/// <summary>Every venue with its years.</summary>
internal sealed class VenuesModel(IPaperLibrary library) : PageModel
{
    /// <summary>A venue with fewer papers is listed with the small ones, without its years.</summary>
    public const int Large = 100;

    public IReadOnlyList<VenueYears> Venues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Venues = await library.GetVenuesAsync(cancel);
}
