using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Winnow.Web.Pages.Import;

/// <summary>How the last upload goes.</summary>
internal sealed class ProgressModel(UploadedImport upload) : PageModel
{
    public UploadState Upload { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (upload.State is not { } state)
        {
            return RedirectToPage("/Import/Import");
        }

        Upload = state;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
