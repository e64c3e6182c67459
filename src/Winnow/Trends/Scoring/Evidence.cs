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
        foreach (var piece in series.Pieces)
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
    /// <param name="spans">The oldest first, so that a bucket's spans follow each other.</param>
    internal static IReadOnlyList<EvidencePiece> Pieces(IReadOnlyList<SignalSpan> spans)
    {
        var pieces = new List<EvidencePiece>();
        var open = -1L;
        foreach (var span in spans)
        {
            if (span.From is not { } begin)
            {
                pieces.Add(new EvidencePiece(null, span.To, span.Amount, MostBuckets));
            }
            else if (span.To - begin > TrendFormula.Bucket * MostBuckets)
            {
                pieces.Add(new EvidencePiece(begin, span.To, span.Amount, (span.To - begin) / TrendFormula.Bucket));
            }
            else
            {
                open = AddByBucket(pieces, begin.UtcTicks, span.To.UtcTicks, span.Amount, open);
                continue;
            }

            open = -1;
        }

        return pieces;
    }

    /// <param name="pieces">Where to add.</param>
    /// <param name="from">In ticks.</param>
    /// <param name="to">In ticks.</param>
    /// <param name="amount">Spread evenly.</param>
    /// <param name="open">The number of the bucket that the last piece is of, -1 when it is of none.</param>
    /// <returns>The same afterwards.</returns>
    private static long AddByBucket(List<EvidencePiece> pieces, long from, long to, double amount, long open)
    {
        var bucket = TrendFormula.Bucket.Ticks;
        for (var number = from / bucket; number <= to / bucket; number++)
        {
            var (first, last) = (Math.Max(from, number * bucket), Math.Min(to, (number + 1) * bucket));
            var inside = to == from ? amount : amount * (last - first) / (to - from);
            if (inside <= 0)
            {
                continue;
            }

            if (number == open)
            {
                var held = pieces[^1];
                pieces[^1] = held with { To = Later(held.To, last), Amount = held.Amount + inside };
                continue;
            }

            // Whole buckets that a span fills evenly are damped alike, so that together they are one piece: two looks a month apart make 3 pieces and not 120.
            var whole = last - first == bucket ? Math.Max(1, (to / bucket) - number) : 1;
            pieces.Add(new EvidencePiece(new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(last + ((whole - 1) * bucket), TimeSpan.Zero), inside * whole, whole));
            number += whole - 1;
            open = whole == 1 ? number : -1;
        }

        return open;
    }

    private static DateTimeOffset Later(DateTimeOffset one, long ticks) => one.UtcTicks >= ticks ? one : new DateTimeOffset(ticks, TimeSpan.Zero);
}
