namespace Winnow.Web.Pages.Shared;

/// <param name="Cards">In order.</param>
/// <param name="First">The number of the first in the whole list.</param>
internal sealed record PaperList(IReadOnlyList<PaperCard> Cards, int First = 1);
