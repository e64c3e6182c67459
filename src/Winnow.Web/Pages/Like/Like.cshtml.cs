using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Winnow.Search.Likeness;
using Winnow.Web.Hosting;
using Winnow.Web.Links;

namespace Winnow.Web.Pages.Like;

/// <summary>More like these, less like those. A text or a PDF is sent and not kept; papers are an address.</summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
internal sealed class LikeModel(PaperLikeness likeness, RequestTiming timing, IServiceProvider services) : PageModel
{
    /// <summary>What the reader of PDFs takes, and room for the form around it.</summary>
    private const int LargestUpload = 26 * 1024 * 1024;

    /// <summary>More chosen papers, as those of a collection, are folded.</summary>
    public const int ChosenShown = 8;

    private readonly PdfReader? _pdf = services.GetService<PdfReader>();

    public LikeLink Asked { get; private set; } = LikeLink.Nothing;

    public string Text { get; private set; } = "";

    public LikenessResponse? Answer { get; private set; }

    public string? Complaint { get; private set; }

    public bool ReadsPdf => _pdf is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Asked = LikeLink.Read(Request.Query);
        if (Asked.More.Count + Asked.Less.Count > 0)
        {
            await AnswerAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(string? text, IFormFile? pdf, CancellationToken cancel)
    {
        Asked = LikeLink.Read(name => Request.Form[name]);
        Text = text?.Trim() ?? "";
        try
        {
            if (pdf is { Length: > 0 } && _pdf is not null)
            {
                await using var content = pdf.OpenReadStream();
                Text = PaperBeginning.AbstractOf(await _pdf(content, cancel));
            }
        }
        catch (PdfException unreadable)
        {
            Complaint = unreadable.Message;
            return Page();
        }

        if (Text.Length == 0 && Asked.More.Count > 0)
        {
            return Redirect(Asked.Url);
        }

        if (Text.Length == 0)
        {
            Complaint = ReadsPdf ? "Paste an abstract, or choose a PDF." : "Paste an abstract.";
            return Page();
        }

        await AnswerAsync(cancel);
        return Page();
    }

    private async Task AnswerAsync(CancellationToken cancel)
    {
        var request = new LikenessRequest { More = Asked.More, Less = Asked.Less, By = Asked.By, Text = Text };
        Answer = await timing.SearchAsync(() => likeness.FindAsync(request, cancel));
    }
}
