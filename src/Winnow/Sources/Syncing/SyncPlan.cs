using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>When a source is asked again. Pure.</summary>
internal static class SyncPlan
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>After a run that came to the end: the interval, and up to a tenth more, so that many Winnows do not come at once.</summary>
    internal static DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan interval, double random) => now + (interval * (1 + (Math.Clamp(random, 0, 1) / 10)));

    /// <summary>After one that failed: soon, then more and more seldom. What only a person can mend is tried once a day.</summary>
    /// <param name="now">When it failed.</param>
    /// <param name="failures">In a row, this one included.</param>
    /// <param name="needsPerson">As <see cref="SourceException.NeedsPerson"/>.</param>
    /// <param name="random">Between 0 and 1.</param>
    internal static DateTimeOffset AfterFailure(DateTimeOffset now, int failures, bool needsPerson, double random) =>
        now + (needsPerson ? LongestDelay : Backoff.Delay(failures, FirstDelay, LongestDelay, random));
}
