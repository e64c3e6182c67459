namespace Winnow.Trends.Scoring;

/// <summary>
/// Turns a series into decayed evidence. Within one bucket of time a burst saturates: up to <c>K</c> signals count in full, and <c>x</c> more than that count
/// <c>K (1 + ln(x / K))</c>, so that twice as many accounts in the same hours add 0.7 K at most, while the same votes over several days count in full.
/// </summary>
internal static class Evidence
{
    /// <summary>Longer spans hold so little in a bucket that only their mean rate is damped.</summary>
    private const int MostBuckets = 240;

    /// <summary>
    /// The binary logarithm of the evidence, decayed with the window's half-life and projected to 1970 (see <see cref="PaperTrend"/>): the sum over all buckets
    /// of <c>damped × 2^(time / half-life)</c>. Minus infinity for none.
    /// </summary>
    internal static double Projected(SignalSeries series, TrendWindow window)
    {
        var burst = series.IsNewcomers ? TrendFormula.NewcomerBurst : TrendFormula.Burst(series.Kind);
        var weight = Math.Log2(TrendFormula.Weight(series.Kind) * TrendFormula.Growth(series.Kind, series.SeenFor));
        var halfLife = TrendFormula.HalfLife(window);
        var sum = double.NegativeInfinity;
        foreach (var piece in Pieces(series.Spans))
        {
            if (piece.From is null && window is not TrendWindow.All)
            {
                continue;
            }

            var damped = Math.Log2(piece.Buckets * Damped(piece.Amount / piece.Buckets, burst)) + weight;
            sum = Add(sum, damped + (window is TrendWindow.All ? 0 : MeanDecay(piece.From!.Value, piece.To, halfLife)));
        }

        return sum;
    }

    /// <summary>log2(2^a + 2^b) without overflow.</summary>
    internal static double Add(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log2(1 + double.Exp2(low - high));
    }

    internal static double Damped(double amount, double burst) => amount <= burst ? amount : burst * (1 + Math.Log(amount / burst));

    /// <summary>Time in half-lives since 1970.</summary>
    internal static double HalfLives(DateTimeOffset at, TimeSpan halfLife) => (at - DateTimeOffset.UnixEpoch) / halfLife;

    /// <summary>log2 of the mean of <c>2^(t / half-life)</c> over the piece.</summary>
    private static double MeanDecay(DateTimeOffset from, DateTimeOffset to, TimeSpan halfLife)
    {
        var end = HalfLives(to, halfLife);
        var length = (to - from) / halfLife;
        // (2^end − 2^begin) / (length ln 2); for a short one the difference would be lost in rounding, and the middle is as good.
        return length < 1e-6 ? end - (length / 2) : end + Math.Log2(-double.ExpM1(-length * Math.Log(2)) / (length * Math.Log(2)));
    }

    /// <summary>The amounts of a series by bucket; a long or undated span is one piece of many buckets.</summary>
    private static IEnumerable<(DateTimeOffset? From, DateTimeOffset To, double Amount, double Buckets)> Pieces(IReadOnlyList<SignalSpan> spans)
    {
        var buckets = new SortedDictionary<long, (long From, long To, double Amount)>();
        var bucket = TrendFormula.Bucket;
        foreach (var span in spans)
        {
            var length = span.From is { } start ? span.To - start : Timeout.InfiniteTimeSpan;
            if (span.From is null || length > bucket * MostBuckets)
            {
                yield return (span.From, span.To, span.Amount, span.From is null ? MostBuckets : length / bucket);
                continue;
            }

            var first = span.From.Value.UtcTicks / bucket.Ticks;
            var last = span.To.UtcTicks / bucket.Ticks;
            for (var number = first; number <= last; number++)
            {
                var from = Math.Max(span.From.Value.UtcTicks, number * bucket.Ticks);
                var to = Math.Min(span.To.UtcTicks, (number + 1) * bucket.Ticks);
                var amount = length == TimeSpan.Zero ? span.Amount : span.Amount * (to - from) / length.Ticks;
                if (amount > 0)
                {
                    buckets[number] = buckets.TryGetValue(number, out var held)
                        ? (Math.Min(held.From, from), Math.Max(held.To, to), held.Amount + amount)
                        : (from, to, amount);
                }
            }
        }

        foreach (var (from, to, amount) in buckets.Values)
        {
            yield return (new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(to, TimeSpan.Zero), amount, 1);
        }
    }
}
