using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.Sources;

/// <summary>What is followed and how it stands; where visitors may, they pause, resume and remove here.</summary>
internal sealed class SourcesModel(Following following, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SourceCard> Cards { get; private set; } = [];

    public bool MayChange => following.MayChange;

    public bool IsAtWork => following.IsAtWork;

    public bool IsMoving => Cards.Any(card => card.State.IsMoving);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!following.IsOffered)
        {
            return NotFound();
        }

        Cards = await SourceCard.ReadAsync(following.Store, clock.GetUtcNow(), following.IsAtWork, cancel);
        return Page();
    }

    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken cancel) => ChangeAsync(() => following.Store.SetPausedAsync(id, paused: true, cancel));

    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancel) => ChangeAsync(() => following.Store.SetPausedAsync(id, paused: false, cancel));

    public Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel) => ChangeAsync(() => following.Store.RemoveAsync(id, cancel));

    private async Task<IActionResult> ChangeAsync(Func<Task<bool>> change) =>
        !following.MayChange || !await change() ? NotFound() : Redirect("/sources");
}
