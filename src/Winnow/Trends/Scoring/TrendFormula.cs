using Winnow.Trends.Signals;

namespace Winnow.Trends.Scoring;

/// <summary>The numbers of the published formula; <c>docs/trends.md</c> explains each. Whoever changes one counts <see cref="Version"/> up.</summary>
internal static class TrendFormula
{
    /// <summary>Stored trends of another version are computed again.</summary>
    internal const int Version = 3;

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

    /// <summary>That of the week is longer than a week: within one, a shorter one costs the order more than it gains (see <c>docs/trends.md</c>).</summary>
    internal static TimeSpan HalfLife(TrendWindow window) => window switch
    {
        TrendWindow.Day => TimeSpan.FromHours(12),
        TrendWindow.Week => TimeSpan.FromDays(10),
        TrendWindow.Month => TimeSpan.FromDays(30),
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
        SignalKind.Mention => 0.5,
        SignalKind.Star => 0.1,
        SignalKind.Read => 0.1,
        SignalKind.Citation => 0.2,
        _ => 0,
    };

    /// <summary>As many signals of a kind within one bucket count in full; of more the logarithm.</summary>
    internal static double Burst(SignalKind kind) => kind switch
    {
        SignalKind.Vote => 10,
        SignalKind.Citation => 1,
        _ => 20,
    };

    /// <summary>As <see cref="Burst"/>, for what newcomers did here.</summary>
    internal const double NewcomerBurst = 1;

    /// <summary>
    /// What votes seen at a source so early will have become a day after the paper was put there, as a factor: <c>((a + 2 h) / 26 h)^−0.3</c> with <c>a</c> the
    /// time from the beginning to the last look, up to three days. It depends on the look and not on now, so that waiting changes no order.
    /// </summary>
    /// <param name="kind">Of source votes alone enough is known to say.</param>
    /// <param name="seenFor">From the beginning to the last look; null when the beginning is not known, which is taken for long ago.</param>
    internal static double Growth(SignalKind kind, TimeSpan? seenFor)
    {
        if (kind is not SignalKind.Upvote)
        {
            return 1;
        }

        var hours = Math.Clamp((seenFor ?? GrowthEnds).TotalHours, 0, GrowthEnds.TotalHours);
        return Math.Pow((hours + 2) / 26, -0.3);
    }

    private static readonly TimeSpan GrowthEnds = TimeSpan.FromDays(3);
}
