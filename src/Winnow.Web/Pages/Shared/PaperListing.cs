using System.Globalization;
using Microsoft.AspNetCore.Http;
using Winnow.Papers;

namespace Winnow.Web.Pages.Shared;

/// <summary>One page of a list to browse.</summary>
/// <param name="Papers">Its papers.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Pager">Where it stands.</param>
internal sealed record PaperListing(PaperList Papers, long Total, Pager Pager)
{
    private const int PageSize = 50;
    private const int MostPages = 1000;

    /// <param name="query">May hold <c>page</c>.</param>
    /// <param name="path">The list's address, without page.</param>
    /// <param name="read">Reads from an offset as many as asked.</param>
    public static Task<PaperListing> ReadAsync(IQueryCollection query, string path, Func<int, int, Task<PaperPage>> read) => OfAsync(query, path, async (offset, limit) =>
    {
        var found = await read(offset, limit);
        return ([.. found.Papers.Select(PaperCard.Of)], found.Total);
    });

    /// <summary>As <see cref="ReadAsync"/>, of cards that say more than their papers.</summary>
    public static async Task<PaperListing> OfAsync(IQueryCollection query, string path, Func<int, int, Task<(IReadOnlyList<PaperCard> Cards, long Total)>> read)
    {
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostPages) : 1;
        var offset = (page - 1) * PageSize;
        var found = await read(offset, PageSize);
        var pager = Pager.Of(page, PageSize, found.Total, MostPages, number => number == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}"));
        return new PaperListing(new PaperList(found.Cards, offset + 1), found.Total, pager);
    }
}
