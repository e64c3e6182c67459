using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Search.Likeness;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Collections;

/// <summary>One collection, the paper added last first; where visitors may, they note, remove and put back here.</summary>
[IgnoreAntiforgeryToken] // ReaderCollections checks a token of its own, since reading shall set no cookie.
[EnableRateLimiting(CollectionLimit.Policy)]
[RequestSizeLimit(CollectionLimit.LargestForm)]
internal sealed class CollectionModel(PaperCollections collections, ReaderCollections readers) : PageModel
{
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue;

    public Collection Collection { get; private set; } = null!;

    public PaperListing Listing { get; private set; } = null!;

    /// <summary>More like the papers that were added last.</summary>
    public LikeLink Like { get; private set; } = LikeLink.Nothing;

    /// <summary>What the reader has just taken out; the cookie that carried it here is gone with this page.</summary>
    public RemovedPaper? Undo { get; private set; }

    public string? Complaint { get; private set; }

    public bool MayChange => readers.MayChange;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return NotFound();
        }

        Collection = collection;
        Listing = await PaperListing.OfAsync(Request.Query, PageLink.Collection(slug), async (offset, limit) =>
        {
            var found = await collections.GetPapersAsync(collection, offset, limit, cancel);
            return ([.. found.Papers.Select(kept => PaperCard.Of(kept.Paper) with { Kept = new KeptCard(kept.Paper, slug, kept.Added, kept.Note, MayChange) })], found.Total);
        });
        if (Listing.Pager.Page > Listing.Pager.Pages)
        {
            // The last paper of the last page was removed, or papers of an address that somebody kept.
            return Redirect(Listing.Pager.Url(Listing.Pager.Pages));
        }

        var newest = Listing.Pager.Page == 1
            ? Listing.Papers.Cards.Select(card => card.Paper.Id)
            : (await collections.GetPapersAsync(collection, 0, LikenessRequest.MostPapers, cancel)).Papers.Select(kept => kept.Paper.Id);
        Like = LikeLink.Nothing with { More = [.. newest.Take(LikenessRequest.MostPapers)] };
        // To look into what is not there would tell the browser to forget it, and reading sends no cookie.
        Undo = Request.Cookies.ContainsKey(RemovedPaper.Cookie) ? RemovedPaper.Read(TempData[RemovedPaper.Cookie] as string) : null;
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken cancel) => ChangeAsync(slug, async (collection, paper) =>
    {
        if (await collections.RemoveAsync(collection, paper, cancel) is { } kept)
        {
            TempData[RemovedPaper.Cookie] = RemovedPaper.Of(kept).ToString();
        }

        return "";
    }, cancel);

    public Task<IActionResult> OnPostRestoreAsync(string slug, long added, string? note, CancellationToken cancel) => ChangeAsync(slug, async (collection, paper) =>
    {
        var since = added >= 0 && added < Latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(added) : (DateTimeOffset?)null;
        await collections.KeepAsync(collection, paper, note ?? "", cancel, since);
        return VoteButton.PlaceOf(paper, PaperList.DefaultName);
    }, cancel);

    public Task<IActionResult> OnPostNoteAsync(string slug, string? note, CancellationToken cancel) => ChangeAsync(slug, async (collection, paper) =>
    {
        await collections.AnnotateAsync(collection, paper, note ?? "", cancel);
        return VoteButton.PlaceOf(paper, PaperList.DefaultName);
    }, cancel);

    /// <param name="slug">The collection.</param>
    /// <param name="change">Changes it, and says where on the page the reader returns to.</param>
    /// <param name="cancel">Ends it.</param>
    private async Task<IActionResult> ChangeAsync(string slug, Func<Collection, PaperId, Task<string>> change, CancellationToken cancel)
    {
        if (await readers.RefuseAsync(Request) is { } refusal)
        {
            return refusal;
        }

        if (!PaperId.TryParse(Request.Form["paper"], out var paper) || await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return NotFound();
        }

        try
        {
            return Redirect(WayBack.To(Request.Form["back"], await change(collection, paper)));
        }
        catch (CollectionException wrong)
        {
            Complaint = wrong.Message;
            return await OnGetAsync(slug, cancel);
        }
    }
}
