namespace Winnow.Web.Pages.Shared;

/// <param name="Cards">In order.</param>
/// <param name="First">The number of the first in the whole list.</param>
/// <param name="Name">Tells a page's lists apart: a paper may be in two of them.</param>
internal sealed record PaperList(IReadOnlyList<PaperCard> Cards, int First = 1, string Name = PaperList.DefaultName)
{
    public const string DefaultName = "p";
}
