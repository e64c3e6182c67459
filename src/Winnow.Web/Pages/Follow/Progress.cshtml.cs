using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Hosting;
using Winnow.Web.Pages.Shared;
using Winnow.Web.Pages.Sources;

namespace Winnow.Web.Pages.Follow;

/// <summary>What comes in from the sources that were just chosen, with the papers as they appear.</summary>
internal sealed class ProgressModel(Following following, IPaperLibrary library, ILibraryWriter writer, LibraryGlance glance, TimeProvider clock) : PageModel
{
    private const int NewestShown = 8;

    public IReadOnlyList<SourceCard> Cards { get; private set; } = [];

    public PaperList Newest { get; private set; } = new([]);

    public long Papers { get; private set; }

    public bool HasSample { get; private set; }

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
        if (Cards.Count == 0)
        {
            return Redirect("/follow");
        }

        Newest = new PaperList([.. (await library.GetNewestAsync(0, NewestShown, cancel)).Papers.Select(PaperCard.Of)]);
        var counts = await glance.CountAsync(cancel);
        Papers = counts.Papers;
        HasSample = counts.BySource.ContainsKey(SourceRecord.SampleSource) && !counts.OnlySample;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayChange)
        {
            return NotFound();
        }

        await writer.RemoveSourceAsync(SourceRecord.SampleSource, cancel);
        return Redirect("/follow/progress");
    }
}
