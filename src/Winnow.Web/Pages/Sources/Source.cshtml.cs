using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Sources;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.Sources;

/// <summary>One followed source with its history.</summary>
internal sealed class SourceModel(Following following, TimeProvider clock) : PageModel
{
    public const int SetAsideShown = 50;
    private const int RunsShown = 50;

    public SourceCard Card { get; private set; } = null!;

    public string Description { get; private set; } = "";

    public IReadOnlyList<SyncRun> Runs { get; private set; } = [];

    public IReadOnlyList<RejectedRecord> SetAside { get; private set; } = [];

    public bool MayChange => following.MayChange;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var source = (await following.GetSourcesAsync(cancel)).FirstOrDefault(source => source.Id == id);
        if (source is null)
        {
            return NotFound();
        }

        Runs = await following.Store.GetRunsAsync(id, RunsShown, cancel);
        Card = SourceCard.Of(source, Runs.Count > 0 ? Runs[0] : null, clock.GetUtcNow(), following.IsAtWork);
        Description = DescriptionOf(source.Kind);
        SetAside = [.. Runs.SelectMany(run => following.SetAside(run, SetAsideShown)).Take(SetAsideShown)];
        return Page();
    }

    private string DescriptionOf(string kind)
    {
        try
        {
            var text = following.Kinds.Get(kind).Description;
            return $"{char.ToUpperInvariant(text[0])}{text[1..]}";
        }
        catch (SourceException)
        {
            return $"A kind of source that this Winnow does not know, \"{kind}\"";
        }
    }
}
