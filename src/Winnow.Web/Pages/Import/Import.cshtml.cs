using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Sources;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.Import;

/// <summary>How papers come in, in the browser or in a terminal, and what came in lately.</summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
internal sealed class ImportModel(ILibraryWriter writer, LibraryGlance glance, UploadedImport upload) : PageModel
{
    /// <summary>One gigabyte; more travels better on the command line, which need not copy it first.</summary>
    private const long LargestUpload = 1L << 30;

    private const int RunsShown = 10;

    public IReadOnlyList<IRecordFormat> Formats { get; } = KnownFormats.All.All;

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public LibraryCounts Counts { get; private set; } = null!;

    public bool CanUpload => upload.Offered;

    public bool HasSample => Counts.BySource.ContainsKey(SourceRecord.SampleSource);

    public string? Complaint { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await glance.CountAsync(cancel);
        Runs = await writer.GetImportsAsync(RunsShown, cancel);
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, bool replaceSample, CancellationToken cancel)
    {
        if (!upload.Offered)
        {
            return NotFound();
        }

        if (files.Count > 0 && await upload.TryStartAsync(files, replaceSample, cancel))
        {
            return RedirectToPage("/Import/Progress");
        }

        Complaint = files.Count == 0 ? "Choose at least one file." : "Another upload is being imported. Wait until it has ended.";
        await OnGetAsync(cancel);
        return Page();
    }

    /// <summary>What a visitor may know of an import: the names of its files, not where they lie on this machine.</summary>
    public static string NamesOf(string input) => string.Join(' ', input.Split(' ').Select(path => path[(path.TrimEnd('/', '\\').LastIndexOfAny(['/', '\\']) + 1)..]));
}
