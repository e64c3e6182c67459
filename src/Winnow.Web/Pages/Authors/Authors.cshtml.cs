using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;

namespace Winnow.Web.Pages.Authors;

/// <summary>Authors whose name starts with what is asked; without, those with most papers.</summary>
internal sealed class AuthorsModel(IPaperLibrary library) : PageModel
{
    public const int Shown = 200;
    private const int LongestPrefix = 100;

    public string Prefix { get; private set; } = "";

    public IReadOnlyList<AuthorCount> Authors { get; private set; } = [];

    public async Task OnGetAsync(string? prefix, CancellationToken cancel)
    {
        var asked = prefix?.Trim() ?? "";
        Prefix = asked.Length <= LongestPrefix ? asked : asked[..LongestPrefix];
        Authors = await library.GetAuthorsAsync(Prefix, Shown, cancel);
    }
}
