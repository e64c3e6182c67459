namespace Winnow.Web.Feeds;

/// <summary>What one answer of a feed says.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Page">The path of the page that shows the same.</param>
/// <param name="Address">The path of the feed's first page, query included; it names the feed.</param>
/// <param name="Entries">In the feed's order, newest first where the feed is by time.</param>
/// <param name="Number">1 for the first page of the feed.</param>
/// <param name="HasMore">Whether there is a next page.</param>
internal sealed record Feed(string Title, string Page, string Address, IReadOnlyList<FeedEntry> Entries, int Number = 1, bool HasMore = false)
{
    /// <summary>Entries of one answer at most.</summary>
    public const int PageSize = 50;

    /// <summary>Further back than any reader goes.</summary>
    public const int MostPages = 20;

    /// <summary>When anything in it changed last: a paper that is new to the library, though it appeared years ago, counts.</summary>
    public DateTimeOffset Updated => Entries.Select(entry => entry.Changed).Append(AsOf).Max();

    /// <summary>What it is for; empty for nothing.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>For a feed whose order changes though no entry does: since when this order is told.</summary>
    public DateTimeOffset AsOf { get; init; } = DateTimeOffset.UnixEpoch;
}
