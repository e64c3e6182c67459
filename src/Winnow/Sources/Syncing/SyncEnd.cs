namespace Winnow.Sources.Syncing;

/// <summary>How a run ended, and when the source is due again.</summary>
/// <param name="Run">As <see cref="SyncRun.Id"/>; null when it stored no page: then a failure alone leaves an entry in the history.</param>
/// <param name="State">Anything but running.</param>
/// <param name="Error">Why it did not come to the source's end; null when it did.</param>
/// <param name="Failures">As <see cref="FollowedSource.Failures"/> from now on.</param>
/// <param name="NextRun">When the source is due again.</param>
/// <param name="Started">When the run began.</param>
public sealed record SyncEnd(long? Run, SyncRunState State, string? Error, int Failures, DateTimeOffset NextRun, DateTimeOffset Started);
