namespace Winnow.Trends.Scoring;

/// <summary>What a paper got over a window, step by step.</summary>
internal static class Sparkline
{
    /// <summary>All time is shown from the first signal on, but not in steps of minutes.</summary>
    private static readonly TimeSpan LeastOfAllTime = TimeSpan.FromDays(30);

    private const int Steps = 30;

    internal static TrendSeries Of(IReadOnlyList<SignalSeries> series, TrendWindow window, DateTimeOffset now)
    {
        var (steps, step) = window switch
        {
            TrendWindow.Day => (24, TimeSpan.FromHours(1)),
            TrendWindow.Week => (28, TimeSpan.FromHours(6)),
            TrendWindow.Month => (Steps, TimeSpan.FromDays(1)),
            _ => (Steps, AllTime(series, now) / Steps),
        };
        var from = now - (step * steps);
        var values = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            values[i] = series.Sum(one => Within(one, from + (step * i), from + (step * (i + 1))) * TrendFormula.Weight(one.Kind));
        }

        return new TrendSeries(from, step, values);
    }

    /// <summary>How many signals came within a stretch of time, where it is known when they came.</summary>
    internal static double Within(SignalSeries series, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = 0.0;
        foreach (var span in series.Spans)
        {
            if (span.From is not { } begin || span.To < from || begin > to)
            {
                continue;
            }

            var length = span.To - begin;
            if (length == TimeSpan.Zero)
            {
                // What came at a boundary belongs to the step that begins there.
                sum += begin >= from && begin < to ? span.Amount : 0;
                continue;
            }

            var inside = (span.To < to ? span.To : to) - (begin > from ? begin : from);
            sum += inside > TimeSpan.Zero ? span.Amount * (inside / length) : 0;
        }

        return sum;
    }

    private static TimeSpan AllTime(IReadOnlyList<SignalSeries> series, DateTimeOffset now)
    {
        var first = series.SelectMany(one => one.Spans).Where(span => span.From is not null).Select(span => span.From!.Value).DefaultIfEmpty(now).Min();
        return now - first > LeastOfAllTime ? now - first : LeastOfAllTime;
    }
}
