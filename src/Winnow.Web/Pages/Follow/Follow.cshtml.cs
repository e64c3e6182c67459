using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.Follow;

/// <summary>"What do you follow?": the first thing to do with an empty library, and what adds more later.</summary>
internal sealed class FollowModel(Following following, TimeProvider clock) : PageModel
{
    public FollowChoice Choice { get; private set; } = FollowChoice.None;

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    /// <summary>Names of what is followed already: it cannot be chosen twice.</summary>
    public IReadOnlySet<string> Followed { get; private set; } = new HashSet<string>();

    public IReadOnlyList<(string Name, string Value)> Venues { get; } = VenueOffers.Of(clock.GetUtcNow().Year);

    public bool MayChange => following.MayChange;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!following.IsOffered)
        {
            return NotFound();
        }

        Followed = (await following.GetSourcesAsync(cancel)).Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayChange)
        {
            return NotFound();
        }

        Choice = FollowChoice.Read(await Request.ReadFormAsync(cancel));
        var (sources, complaints) = Choice.Understand(following.Kinds, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        Complaints = complaints.Count == 0 && sources.Count == 0 ? ["Choose at least one thing to follow."] : complaints;
        // Nothing is followed until all is understood: half of a choice is hard to find again.
        if (Complaints.Count > 0)
        {
            return await OnGetAsync(cancel);
        }

        foreach (var source in sources)
        {
            await following.Store.AddAsync(source, cancel);
        }

        return Redirect("/follow/progress");
    }
}
