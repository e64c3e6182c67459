namespace Winnow.Trends.Topics.Counting;

/// <summary>
/// How far the estimates of a <see cref="CountSketch"/> may be off. With σ = ‖g‖₂/√width, g being what the sketch counted, and the median of d rows:
/// <list type="bullet">
/// <item>one estimate is off by more than 3σ with probability at most Σ over r &gt; d/2 of C(d, r)·(1/9)^r·(8/9)^(d−r), which is 0.0115 for five rows (Charikar, Chen
/// and Farach-Colton 2002, by Chebyshev's inequality for each row);</item>
/// <item>of n phrases, each of which it counted at most m times, any is off by more than t with probability at most δ, where t solves
/// <c>(σ/m)²·h(m·t/σ²) = ln(1/p)</c>, <c>h(u) = (1+u)·ln(1+u) − u</c> and <c>2·C(d, (d+1)/2)·n·p^((d+1)/2) = δ</c>: a row is off to one side by more than t with
/// probability at most p (Bennett 1962; signs and places are random), the median only if most rows are off to the same side, and the n phrases are added up.</item>
/// </list>
/// </summary>
internal static class SketchBound
{
    /// <summary>δ of every bound that is stated.</summary>
    internal const double Risk = 1e-6;

    /// <summary>The probability, at most, that one estimate is off by more than 3σ.</summary>
    internal static double ProbabilityAboveThree(int depth)
    {
        var total = 0.0;
        for (var bad = (depth / 2) + 1; bad <= depth; bad++)
        {
            total += Ways(depth, bad) * Math.Pow(1.0 / 9, bad) * Math.Pow(8.0 / 9, depth - bad);
        }

        return total;
    }

    /// <summary>t, for all phrases at once.</summary>
    /// <param name="deviation">σ.</param>
    /// <param name="largest">m.</param>
    /// <param name="phrases">n.</param>
    /// <param name="depth">d.</param>
    internal static double OfAll(double deviation, double largest, long phrases, int depth = CountSketch.StandardDepth)
    {
        if (deviation <= 0 || largest <= 0)
        {
            return 0;
        }

        var majority = (depth + 1) / 2;
        var unlikely = -Math.Log(Risk / (2 * Ways(depth, majority) * phrases)) / majority;
        var (low, high) = (0.0, deviation);
        while (Surprise(high, deviation, largest) < unlikely)
        {
            high *= 2;
        }

        while (high - low > 1e-6 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Surprise(middle, deviation, largest) < unlikely ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Bennett's exponent: how unlikely it is, in nats, that a row is off by t to one side.</summary>
    private static double Surprise(double t, double deviation, double largest)
    {
        var u = largest * t / (deviation * deviation);
        return deviation * deviation / (largest * largest) * (((1 + u) * Math.Log(1 + u)) - u);
    }

    private static double Ways(int of, int chosen)
    {
        var ways = 1.0;
        for (var i = 1; i <= chosen; i++)
        {
            ways = ways * (of - chosen + i) / i;
        }

        return ways;
    }
}
