using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Winnow.Readers.Collections;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Collections;

/// <summary>Asks whether a collection shall be deleted, and deletes it; not there for who may not.</summary>
[IgnoreAntiforgeryToken] // ReaderCollections checks a token of its own, as at every form of collections.
[EnableRateLimiting(CollectionLimit.Policy)]
[RequestSizeLimit(CollectionLimit.LargestForm)]
internal sealed class DeleteModel(PaperCollections collections, ReaderCollections readers) : PageModel
{
    public Collection Collection { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!readers.MayChange || await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return NotFound();
        }

        Collection = collection;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await readers.RefuseAsync(Request) is { } refusal)
        {
            return refusal;
        }

        return await collections.FindAsync(slug, cancel) is { } collection && await collections.DeleteAsync(collection, cancel) ? Redirect("/collections") : NotFound();
    }
}
