using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Winnow.Readers.Collections;
using Winnow.Web.Links;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Collections;

/// <summary>Names and describes a collection anew; not there for who may not.</summary>
[IgnoreAntiforgeryToken] // ReaderCollections checks a token of its own, as at every form of collections.
[EnableRateLimiting(CollectionLimit.Policy)]
[RequestSizeLimit(CollectionLimit.LargestForm)]
internal sealed class EditModel(PaperCollections collections, ReaderCollections readers) : PageModel
{
    public Collection Collection { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string? Complaint { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!readers.MayChange || await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return NotFound();
        }

        (Collection, Name, Description) = (collection, collection.Name, collection.Description);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? name, string? description, CancellationToken cancel)
    {
        if (await readers.RefuseAsync(Request) is { } refusal)
        {
            return refusal;
        }

        if (await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return NotFound();
        }

        (Collection, Name, Description) = (collection, name ?? "", description ?? "");
        try
        {
            await collections.DescribeAsync(collection, Name, Description, cancel);
            return Redirect(PageLink.Collection(slug));
        }
        catch (CollectionException wrong)
        {
            Complaint = wrong.Message;
            return Page();
        }
    }
}
