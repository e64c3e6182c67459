using Winnow.Papers;

namespace Winnow.Sources.Syncing;

/// <summary>How far a run is. All it counts is stored.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Counts">What was done so far.</param>
/// <param name="Pages">Pages stored so far.</param>
/// <param name="Fraction">Between 0 and 1; null when the source does not tell.</param>
/// <param name="Elapsed">Time since the beginning.</param>
public sealed record SyncProgress(string Source, ImportCounts Counts, int Pages, double? Fraction, TimeSpan Elapsed)
{
    /// <summary>The mean rate so far; null before there is one.</summary>
    public double? RecordsPerSecond => Counts.Read > 0 && Elapsed > TimeSpan.Zero ? Counts.Read / Elapsed.TotalSeconds : null;

    /// <summary>Time left at the mean rate; null when it cannot be told yet.</summary>
    public TimeSpan? TimeLeft => Fraction is > 0 and < 1 and var done && Pages > 1 ? Elapsed * ((1 - done) / done) : null;
}
