using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;

namespace Winnow.Benchmarks.Trends;

/// <summary>A paper with what was known of it at a moment.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="At">The moment: nothing seen later may be used.</param>
internal sealed record Glance(DailyPaper Paper, DateTimeOffset At)
{
    private static readonly Paper Anonymous = new() { Id = new PaperId(1), Title = "", Records = [] };

    internal long Votes => Paper.VotesUntil(At);

    /// <summary>The product's own score of the week.</summary>
    internal double Winnow()
    {
        var signals = PaperSignals.None(Anonymous.Id) with { Observations = [.. Paper.Seen.Where(seen => seen.At <= At)] };
        return TrendScore.Of(Anonymous, signals) is { } trend
            ? double.Exp2(trend.Week - Evidence.HalfLives(At, TrendFormula.HalfLife(TrendWindow.Week)))
            : 0;
    }

    /// <summary>(p − 1) / (t + 2)^1.8 with t in hours.</summary>
    internal double News() => (Votes - 1) / Math.Pow(Math.Max(0, (At - Paper.Submitted).TotalHours) + 2, 1.8);

    internal double Recency() => (Paper.Submitted - DateTimeOffset.UnixEpoch).TotalHours;
}
