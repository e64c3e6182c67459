using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Web.Links;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Collections;

/// <summary>In which collections a paper is kept: a page of its own, which the script shows as a dialog. Only what the reader changed is changed.</summary>
[IgnoreAntiforgeryToken] // ReaderCollections checks a token of its own, since reading shall set no cookie.
[EnableRateLimiting(CollectionLimit.Policy)]
[RequestSizeLimit(CollectionLimit.LargestForm)]
internal sealed class KeepModel(IPaperLibrary library, PaperCollections collections, ReaderCollections readers) : PageModel
{
    public Paper Paper { get; private set; } = null!;

    /// <summary>The id of the element that the reader returns to.</summary>
    public string Place { get; private set; } = "";

    public string Back { get; private set; } = "";

    public string BackUrl => WayBack.To(Back, Place);

    public IReadOnlyList<KeepChoice> Choices { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string? Complaint { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? paper, string? back, CancellationToken cancel)
    {
        if (!readers.MayChange || !await FindAsync(paper, back, cancel))
        {
            return NotFound();
        }

        await OfferAsync(null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? paper, string? back, string[]? @in, string[]? was, string? name, string? note, CancellationToken cancel)
    {
        if (await readers.RefuseAsync(Request) is { } refusal)
        {
            return refusal;
        }

        if (!await FindAsync(paper, back, cancel))
        {
            return NotFound();
        }

        (Name, Note) = (name?.Trim() ?? "", note ?? "");
        var (chosen, before) = (@in ?? [], was ?? []);
        try
        {
            await ChangeAsync(chosen.Except(before), before.Except(chosen), cancel);
            return Redirect(BackUrl);
        }
        catch (CollectionException wrong)
        {
            Complaint = wrong.Message;
            await OfferAsync(chosen, cancel);
            return Page();
        }
    }

    private async Task ChangeAsync(IEnumerable<string> enter, IEnumerable<string> leave, CancellationToken cancel)
    {
        // First what may be refused.
        if (Name.Length > 0)
        {
            await collections.KeepAsync(await collections.CreateAsync(Name, "", cancel), Paper.Id, Note, cancel);
            Name = "";
        }

        foreach (var slug in enter)
        {
            if (await collections.FindAsync(slug, cancel) is { } collection)
            {
                await collections.KeepAsync(collection, Paper.Id, Note, cancel);
            }
        }

        foreach (var slug in leave)
        {
            if (await collections.FindAsync(slug, cancel) is { } collection)
            {
                await collections.RemoveAsync(collection, Paper.Id, cancel);
            }
        }
    }

    private async Task<bool> FindAsync(string? paper, string? back, CancellationToken cancel)
    {
        string[] sent = (paper ?? "").Split(' ', 2);
        (Back, Place) = (back ?? "", sent is [_, var place] ? place : "");
        if (!PaperId.TryParse(sent[0], out var id) || await library.FindAsync(id, cancel) is not { } found)
        {
            return false;
        }

        Paper = found;
        return true;
    }

    /// <param name="chosen">What the reader had ticked; null for where the paper is.</param>
    /// <param name="cancel">Ends it.</param>
    private async Task OfferAsync(string[]? chosen, CancellationToken cancel)
    {
        var kept = (await collections.GetKeepingAsync([Paper.Id], cancel)).ToDictionary(one => one.Slug);
        Choices =
        [
            .. (await collections.GetAllAsync(cancel)).Select(one => new KeepChoice(one, kept.GetValueOrDefault(one.Slug), chosen?.Contains(one.Slug) ?? kept.ContainsKey(one.Slug))),
        ];
    }
}
