using Winnow.Papers;

namespace Winnow.Sources.Importing;

/// <summary>How far an import is. All it counts is stored.</summary>
/// <param name="Counts">What was done so far.</param>
/// <param name="BytesRead">Bytes of the input as it lies on disk, that is compressed.</param>
/// <param name="BytesTotal">The size of the whole input, or null when something in it has no size, as standard input.</param>
/// <param name="Elapsed">Time since the beginning.</param>
/// <param name="File">The file that is being read.</param>
public sealed record ImportProgress(ImportCounts Counts, long BytesRead, long? BytesTotal, TimeSpan Elapsed, string File)
{
    /// <summary>Earlier the rate says more about starting up than about the input.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    /// <summary>Mean rate since the beginning; 0 at the very beginning.</summary>
    public double RecordsPerSecond => Elapsed > TimeSpan.Zero ? Counts.Read / Elapsed.TotalSeconds : 0;

    /// <summary>Between 0 and 1; null when the size of the input is not known.</summary>
    public double? Fraction => BytesTotal is > 0 and var total ? Math.Clamp((double)BytesRead / total, 0, 1) : null;

    /// <summary>Time left at the mean rate of bytes; null when it cannot be told yet.</summary>
    public TimeSpan? TimeLeft => Fraction is > 0 and var done && Elapsed >= Settled ? Elapsed * ((1 - done) / done) : null;
}
