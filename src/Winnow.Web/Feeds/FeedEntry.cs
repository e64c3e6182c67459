using Winnow.Papers;

namespace Winnow.Web.Feeds;

/// <summary>One paper in a feed.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Stamp">When its records were read and revised.</param>
/// <param name="Note">Why it is here, as one line before its abstract; null when the feed itself says so.</param>
internal sealed record FeedEntry(Paper Paper, PaperStamp Stamp, string? Note = null)
{
    /// <summary>The day it first appeared; null when only the year is known or nothing.</summary>
    public DateTimeOffset? Published => Paper.Published is { } day ? Midnight(day) : null;

    /// <summary>
    /// The newest of its first appearance and its records' revisions. A paper with neither has its year's first day, or the time when it was read: an entry must
    /// have some, and these do not change with every import.
    /// </summary>
    public DateTimeOffset Updated => (Paper.Published, Stamp.Revised) switch
    {
        ({ } published, { } revised) => Midnight(published > revised ? published : revised),
        ({ } published, null) => Midnight(published),
        (null, { } revised) => Midnight(revised),
        _ => Paper.Year is >= 1 and <= 9999 and var year ? Midnight(new DateOnly(year, 1, 1)) : Stamp.Read,
    };

    /// <summary>When the feed came to hold the entry as it is.</summary>
    public DateTimeOffset Changed => Updated > Stamp.Read ? Updated : Stamp.Read;

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
