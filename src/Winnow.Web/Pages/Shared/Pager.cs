namespace Winnow.Web.Pages.Shared;

/// <summary>Where a page stands among the pages of a list.</summary>
/// <param name="Page">1 for the first.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Url">The address of another one.</param>
internal sealed record Pager(int Page, int Pages, Func<int, string> Url)
{
    public static Pager None { get; } = new(1, 1, _ => "");

    public static Pager Of(int page, int size, long total, int mostPages, Func<int, string> url) =>
        new(page, (int)Math.Clamp((total + size - 1) / size, 1, mostPages), url);

    /// <summary>The first, the last and those around this one; 0 where some are left out.</summary>
    public IEnumerable<int> Numbers()
    {
        var previous = 0;
        for (var number = 1; number <= Pages; number++)
        {
            if (number != 1 && number != Pages && Math.Abs(number - Page) > 1)
            {
                continue;
            }

            if (number != previous + 1)
            {
                yield return 0;
            }

            yield return number;
            previous = number;
        }
    }
}
