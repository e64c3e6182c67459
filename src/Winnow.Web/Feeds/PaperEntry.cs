using Winnow.Papers;
using Winnow.Web.Links;

namespace Winnow.Web.Feeds;

/// <summary>
/// A paper as an entry. Its name has the record that was read first of all its records, so that it stays what it is when other sources' records join the paper; it
/// is the same at every Winnow, and <c>/paper/w/ID</c> leads to the paper.
/// </summary>
internal static class PaperEntry
{
    /// <param name="paper">The paper.</param>
    /// <param name="stamp">When its records were read and revised.</param>
    /// <param name="note">Why it is in the feed, as a line before its abstract; null when the feed itself says so.</param>
    public static FeedEntry Of(Paper paper, PaperStamp stamp, string? note = null)
    {
        var updated = Updated(paper, stamp);
        var text = FeedText.Lines(paper.Abstract ?? paper.Tldr ?? "");
        return new FeedEntry
        {
            Name = $"paper/{stamp.First}",
            Title = paper.Title,
            Page = PaperLink.To(paper),
            Updated = updated,
            Changed = updated > stamp.Read ? updated : stamp.Read,
            Published = paper.Published is { } day ? Midnight(day) : null,
            Authors = [.. paper.Authors.Select(author => author.Name)],
            Categories = paper.Categories,
            Pdf = PageLink.Outside(paper.Pdf),
            Summary = note is null ? text : $"{FeedText.Line(note)}\n\n{text}".TrimEnd(),
        };
    }

    /// <summary>
    /// The newest of a paper's first appearance and its records' revisions. One with neither has its year's first day, or the time when it was read: an entry must
    /// have some, and these do not change with every import.
    /// </summary>
    private static DateTimeOffset Updated(Paper paper, PaperStamp stamp) => (paper.Published, stamp.Revised) switch
    {
        ({ } published, { } revised) => Midnight(published > revised ? published : revised),
        ({ } published, null) => Midnight(published),
        (null, { } revised) => Midnight(revised),
        _ => paper.Year is >= 1 and <= 9999 and var year ? Midnight(new DateOnly(year, 1, 1)) : stamp.Read,
    };

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
