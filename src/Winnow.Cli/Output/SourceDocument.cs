using Winnow.Sources.Syncing;

namespace Winnow.Cli.Output;

/// <summary>A followed source for a script; moments are ISO 8601 in UTC.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Kind">Which kind of source.</param>
/// <param name="Follows">What of it.</param>
/// <param name="EverySeconds">How often it is asked.</param>
/// <param name="State"><c>paused</c>, <c>running</c>, <c>failing</c>, <c>due</c> or <c>scheduled</c>.</param>
/// <param name="NextRun">When it is due.</param>
/// <param name="LastRun">When a run last ended.</param>
/// <param name="LastSuccess">When a run last came to the source's end.</param>
/// <param name="LastError">Why the last run did not.</param>
internal sealed record SourceDocument(
    string Name, string Kind, string Follows, long EverySeconds, string State, DateTimeOffset NextRun, DateTimeOffset? LastRun, DateTimeOffset? LastSuccess, string? LastError)
{
    public static SourceDocument Of(FollowedSource source, SyncRun? lastRun, DateTimeOffset now)
    {
        var state = source.Paused ? "paused"
            : lastRun?.State == SyncRunState.Running ? "running"
            : source.LastError is not null ? "failing"
            : source.IsDue(now) ? "due" : "scheduled";
        return new SourceDocument(
            source.Name, source.Kind, source.Follows, (long)source.Interval.TotalSeconds, state, source.NextRun, source.LastRun, source.LastSuccess, source.LastError);
    }
}
