using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Trends.Scoring;

/// <summary>The trend of one paper from its signals. Pure: the same signals give the same trend, in whatever order they came.</summary>
internal static class TrendScore
{
    /// <summary>A paper that is found by others so long after its first day is an old one.</summary>
    private static readonly TimeSpan StillNew = TimeSpan.FromDays(30);

    /// <returns>Null for a paper without signals.</returns>
    internal static PaperTrend? Of(Paper paper, PaperSignals signals)
    {
        var series = SignalSeries.Of(signals, FirstDay(paper));
        if (series.Count == 0)
        {
            return null;
        }

        return new PaperTrend
        {
            Day = Sum(series, TrendWindow.Day),
            Week = Sum(series, TrendWindow.Week),
            Month = Sum(series, TrendWindow.Month),
            All = Sum(series, TrendWindow.All),
            Appeared = Appeared(paper, series),
            Categories = paper.Categories,
            Venue = paper.Venue,
        };
    }

    /// <summary>
    /// When it came up: at its first signal with a time. An old paper that people find again is not new for that, so that it came up on its own first day where
    /// that was long before.
    /// </summary>
    internal static DateTimeOffset Appeared(Paper paper, IReadOnlyList<SignalSeries> series)
    {
        var spans = series.SelectMany(one => one.Spans).ToList();
        var first = spans.Min(span => span.From ?? DateTimeOffset.MaxValue);
        first = first < DateTimeOffset.MaxValue ? first : spans.Min(span => span.To);
        return FirstDay(paper) is { } day && first - day > StillNew ? day : first;
    }

    internal static DateTimeOffset? FirstDay(Paper paper) =>
        paper.Published is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private static double Sum(IReadOnlyList<SignalSeries> series, TrendWindow window) =>
        series.Aggregate(double.NegativeInfinity, (sum, one) => Evidence.Add(sum, Evidence.Projected(one, window)));
}
