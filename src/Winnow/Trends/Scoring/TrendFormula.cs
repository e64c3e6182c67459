using Winnow.Trends.Signals;

namespace Winnow.Trends.Scoring;

/// <summary>The numbers of the published formula; <c>docs/trends.md</c> explains each. Whoever changes one counts <see cref="Version"/> up.</summary>
internal static class TrendFormula
{
    /// <summary>Stored trends of another version are computed again.</summary>
    internal const int Version = 1;

    /// <summary>Evidence is damped within buckets of this length, which begin at midnight UTC.</summary>
    internal static readonly TimeSpan Bucket = TimeSpan.FromHours(6);

    /// <summary>A vote of one who came just now counts this much; it grows to 1 while this Winnow gets to know them.</summary>
    internal const double NewcomerWeight = 0.1;

    /// <summary>Of the way from a newcomer's weight to a whole vote, half is gone after so long.</summary>
    internal static readonly TimeSpan StandingHalfLife = TimeSpan.FromDays(7);

    /// <summary>Less evidence than this is not a trend: such papers are left out of lists.</summary>
    internal const double LeastEvidence = 0.05;

    /// <summary>How much usual evidence of a field counts against that of all fields: as many papers as this.</summary>
    internal const double Shrinkage = 20;

    /// <summary>No field counts more than so many times another (binary logarithm).</summary>
    internal const double MostFieldFactor = 3;

    internal static TimeSpan HalfLife(TrendWindow window) => window switch
    {
        TrendWindow.Day => TimeSpan.FromHours(12),
        TrendWindow.Week => TimeSpan.FromDays(5),
        TrendWindow.Month => TimeSpan.FromDays(20),
        _ => Timeout.InfiniteTimeSpan,
    };

    /// <summary>How long the window itself is; null for all time.</summary>
    internal static TimeSpan? Length(TrendWindow window) => window switch
    {
        TrendWindow.Day => TimeSpan.FromDays(1),
        TrendWindow.Week => TimeSpan.FromDays(7),
        TrendWindow.Month => TimeSpan.FromDays(30),
        _ => null,
    };

    /// <summary>What one signal of a kind is worth, in upvotes.</summary>
    internal static double Weight(SignalKind kind) => kind switch
    {
        SignalKind.Vote => 2,
        SignalKind.Upvote => 1,
        SignalKind.Mention => 1,
        SignalKind.Star => 0.1,
        SignalKind.Read => 0.1,
        SignalKind.Citation => 1,
        _ => 0,
    };

    /// <summary>As many signals of a kind within one bucket count in full; of more the logarithm.</summary>
    internal static double Burst(SignalKind kind) => kind switch
    {
        SignalKind.Vote => 10,
        SignalKind.Read => 20,
        _ => 50,
    };

    /// <summary>As <see cref="Burst"/>, for what newcomers did here.</summary>
    internal const double NewcomerBurst = 1;
}
