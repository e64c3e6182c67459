using Winnow.Papers;

namespace Winnow.Sources.Syncing;

/// <summary>How a run ended.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="State">How; <see cref="SyncRunState.Running"/> when another process was at it already, and nothing was done here.</param>
/// <param name="Counts">What was done.</param>
/// <param name="Pages">Pages stored.</param>
/// <param name="Rejections">The file with the records that were set aside and why; null when there were none.</param>
/// <param name="Message">Why it ended before the source's end, or what went otherwise than usual.</param>
/// <param name="NextRun">When it is due again.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SyncResult(
    string Source, SyncRunState State, ImportCounts Counts, int Pages, string? Rejections, string? Message, DateTimeOffset NextRun, TimeSpan Elapsed);
