using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Winnow.Readers.Collections;
using Winnow.Web.Links;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Collections;

/// <summary>All collections; where visitors may, they make another one here.</summary>
[IgnoreAntiforgeryToken] // ReaderCollections checks a token of its own, since reading shall set no cookie.
[EnableRateLimiting(CollectionLimit.Policy)]
[RequestSizeLimit(CollectionLimit.LargestForm)]
internal sealed class CollectionsModel(PaperCollections collections, ReaderCollections readers) : PageModel
{
    public IReadOnlyList<Collection> All { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string? Complaint { get; private set; }

    public bool MayChange => readers.MayChange;

    public async Task OnGetAsync(CancellationToken cancel) => All = await collections.GetAllAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? name, string? description, CancellationToken cancel)
    {
        if (await readers.RefuseAsync(Request) is { } refusal)
        {
            return refusal;
        }

        (Name, Description) = (name ?? "", description ?? "");
        try
        {
            return Redirect(PageLink.Collection((await collections.CreateAsync(Name, Description, cancel)).Slug));
        }
        catch (CollectionException wrong)
        {
            Complaint = wrong.Message;
            await OnGetAsync(cancel);
            return Page();
        }
    }
}
