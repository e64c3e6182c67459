using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;

namespace Winnow.Tests.Trends;

/// <summary>Papers and signals for tests of the score.</summary>
internal static class SignalTimes
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    internal static readonly Paper Plain = new() { Id = new PaperId(1), Title = "A Title", Records = [] };

    /// <summary>Counts at a source, by hours after noon.</summary>
    internal static PaperSignals Counts(params (double Hours, long Count)[] seen) =>
        PaperSignals.None(Plain.Id) with { Observations = [.. seen.Select(one => new Observation(SignalKind.Upvote, "hub", Noon.AddHours(one.Hours), one.Count))] };

    /// <summary>Votes here, by hours after noon, of readers known for so many days.</summary>
    internal static PaperSignals Votes(params IEnumerable<(double Hours, double KnownDays)> votes) =>
        PaperSignals.None(Plain.Id) with
        {
            Votes = [.. votes.OrderBy(vote => vote.Hours).Select((vote, i) => new ReaderVote(new ReaderKey(i), Noon.AddHours(vote.Hours), Noon.AddHours(vote.Hours).AddDays(-vote.KnownDays)))],
        };

    /// <summary>The evidence of a window at a moment.</summary>
    internal static double Evidence(this PaperSignals signals, TrendWindow window = TrendWindow.Week, double hours = 72, Paper? paper = null) =>
        TrendScore.Of(paper ?? Plain, signals) is { } trend ? At(trend, window, Noon.AddHours(hours)) : 0;

    internal static double At(PaperTrend trend, TrendWindow window, DateTimeOffset now) => window switch
    {
        TrendWindow.Day => double.Exp2(trend.Day - Scoring(window, now)),
        TrendWindow.Week => double.Exp2(trend.Week - Scoring(window, now)),
        TrendWindow.Month => double.Exp2(trend.Month - Scoring(window, now)),
        _ => double.Exp2(trend.All),
    };

    private static double Scoring(TrendWindow window, DateTimeOffset now) => Winnow.Trends.Scoring.Evidence.HalfLives(now, TrendFormula.HalfLife(window));
}
