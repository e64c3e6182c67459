using Winnow.Papers;

namespace Winnow.Sources.Syncing;

/// <summary>One run in a source's history. A run that found nothing new leaves none.</summary>
/// <param name="Id">Grows from run to run.</param>
/// <param name="Source">As <see cref="FollowedSource.Id"/>.</param>
/// <param name="Started">When it began.</param>
/// <param name="LastActive">When it last stored a page, or ended.</param>
/// <param name="State">How it stands.</param>
/// <param name="Counts">What it has done with records.</param>
/// <param name="Pages">Pages that it has stored.</param>
/// <param name="Fraction">How much of the run is done, 0 to 1; null when the source does not tell.</param>
/// <param name="Rejections">The file with the records that were set aside and why, relative to the data folder; null when there were none.</param>
/// <param name="Message">Why it ended before the source's end, or what went otherwise than usual; null when nothing did.</param>
public sealed record SyncRun(
    long Id, long Source, DateTimeOffset Started, DateTimeOffset LastActive, SyncRunState State, ImportCounts Counts, int Pages, double? Fraction, string? Rejections, string? Message)
{
    /// <summary>A run stores a page or gives up within minutes.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    /// <summary>The mean rate so far; null before the first page.</summary>
    public double? RecordsPerSecond => Counts.Read > 0 && LastActive > Started ? Counts.Read / (LastActive - Started).TotalSeconds : null;

    /// <summary>Time left at the mean rate; null when it cannot be told.</summary>
    public TimeSpan? TimeLeft => State == SyncRunState.Running && Fraction is > 0 and < 1 and var done ? (LastActive - Started) * ((1 - done) / done) : null;
}
