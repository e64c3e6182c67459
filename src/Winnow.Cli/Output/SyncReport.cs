using Winnow.Sources.Syncing;

namespace Winnow.Cli.Output;

/// <summary>How a source's run ended, for a script; see <see cref="ImportReport"/> for the counts.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="State"><c>finished</c>, <c>waiting</c>, <c>failed</c>, <c>stopped</c>, or <c>busy</c> when another process is reading it.</param>
/// <param name="Message">Why it did not come to the source's end, or what went otherwise than usual.</param>
/// <param name="NextRun">When it is due again.</param>
internal sealed record SyncReport(
    string Source,
    string State,
    int Pages,
    long Read,
    long New,
    long Merged,
    long Updated,
    long Unchanged,
    long Rejected,
    long Withdrawn,
    string? Rejections,
    string? Message,
    DateTimeOffset NextRun,
    double Seconds)
{
    public static SyncReport Of(SyncResult result) => new(
        result.Source,
        result.State == SyncRunState.Running ? "busy" : result.State.ToString().ToLowerInvariant(),
        result.Pages,
        result.Counts.Read,
        result.Counts.New,
        result.Counts.Merged,
        result.Counts.Updated,
        result.Counts.Unchanged,
        result.Counts.Rejected,
        result.Counts.Withdrawn,
        result.Rejections,
        result.Message,
        result.NextRun,
        Math.Round(result.Elapsed.TotalSeconds, 3));
}
