namespace Winnow.Embeddings.Batching;

/// <summary>
/// Decides which batch to try next, from what the runs so far used. Memory is a fixed part and a part that grows with the batch: two small runs tell both
/// apart, two larger ones correct what they got wrong (parts that grow faster, allocators that round up), and a last run checks the answer. Pure: the
/// same runs give the same plan.
/// </summary>
public static class BatchPlanner
{
    /// <summary>Runs that explore.</summary>
    public const int Probes = 4;

    /// <summary>Runs at most: those that explore, and one that checks the answer.</summary>
    public const int Runs = Probes + 1;

    // Two runs of the same batch differ by about a thousandth of a machine's memory; what grows less than twice that is not seen to grow.
    private const double Noise = 0.002;

    // The second run is safe even if nothing of the first one's memory was fixed, but large enough to be seen to grow: where that is too large, the answer
    // lies among so few numbers that the runs left find it.
    private const double SecondShare = 0.25;
    private const int SecondLeast = 8;
    private const int SecondMost = 256;
    private const int SecondUnmeasured = 8;

    // Far enough to see the growth well, near enough to survive a growth that turns out twice as fast.
    private const double ThirdStep = 0.5;

    // Still short of the prediction: it is one over a growth seen from afar, the check is one over a growth seen from near.
    private const double FourthShare = 0.8;
    private const double CheckShare = 0.97;

    // After a failure: it was predicted to fit, so that the truth is not far below it. Far from what fitted, the prediction was blind: something fails that
    // the shares do not show.
    private const double BelowFailure = 0.7;
    private const double Blind = 6;

    // A gain smaller than this is not worth another run.
    private const double WorthARun = 1.03;

    // Without any measure of memory, each run that fits is followed by one this many times larger.
    private const int Unmeasured = 8;

    /// <summary>The next batch to try, or null when the answer is found.</summary>
    /// <param name="done">The runs so far, in their order.</param>
    /// <param name="most">No batch larger than this is tried.</param>
    public static int? Next(IReadOnlyList<BatchProbe> done, int most)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (done.Count == 0) return 1;
        if (!done[0].Fits || done.Count >= Runs) return null;
        var fitting = done.Where(probe => probe.Fits).OrderBy(probe => probe.Batch).ToList();
        var best = fitting[^1].Batch;
        // The smallest batch that is known, or forbidden, not to fit.
        var wall = done.Where(probe => !probe.Fits).Select(probe => (long)probe.Batch).Append(most + 1L).Min();
        var failed = wall <= most;
        if (best + 1 >= wall) return null;
        var wanted = done.Count == 1 ? Second(fitting[0]) : Further(fitting, done.Count, failed, wall);
        var next = (int)Math.Clamp(wanted, best + 1, wall - 1);
        return done.Count >= 3 && next < best * WorthARun && next > best + 1 ? null : next;
    }

    private static long Second(BatchProbe first)
    {
        var share = first.Shares.DefaultIfEmpty(double.NaN).Max();
        return double.IsNaN(share) ? SecondUnmeasured : (long)Math.Clamp(SecondShare / Math.Max(share, 1e-9), SecondLeast, SecondMost);
    }

    private static long Further(List<BatchProbe> fitting, int runs, bool failed, long wall)
    {
        var best = fitting[^1].Batch;
        var halfWay = wall > Math.Max(Blind * best, SecondLeast) ? (long)Math.Sqrt((double)best * wall) : best + (long)(BelowFailure * (wall - best));
        if (fitting.Count < 2) return halfWay;
        if (fitting[^1].Shares.Count == 0) return failed ? halfWay : (long)best * Unmeasured;
        var predicted = Predict(fitting);
        if (failed && predicted >= wall) return halfWay;
        return runs switch
        {
            2 => best + (long)(ThirdStep * (predicted - best)),
            3 => (long)Math.Max(FourthShare * predicted, (best + predicted) / 2),
            _ => (long)(CheckShare * predicted),
        };
    }

    /// <summary>The largest batch for which no limit is passed, by the growth between the two largest runs and, with three, by its growth in turn.</summary>
    private static double Predict(List<BatchProbe> fitting)
    {
        var predicted = double.MaxValue;
        for (var limit = 0; limit < fitting[^1].Shares.Count; limit++)
        {
            var last = (fitting[^1].Batch, fitting[^1].Shares[limit]);
            var before = (fitting[^2].Batch, fitting[^2].Shares[limit]);
            var slope = Slope(before, last);
            var reach = last.Batch + ((1 - last.Item2) / slope);
            if (fitting.Count > 2) reach = Math.Min(reach, Bent((fitting[^3].Batch, fitting[^3].Shares[limit]), before, last));
            predicted = Math.Min(predicted, reach);
        }

        return Math.Min(predicted, int.MaxValue);
    }

    // As steep as noise may have hidden: a step too short costs a little, one too long a whole run.
    private static double Slope((int Batch, double Share) from, (int Batch, double Share) to) =>
        (Math.Max(to.Share - from.Share, 0) + Noise) / (to.Batch - from.Batch);

    // Where the parabola through three runs reaches 1, if it bends upwards by more than noise can.
    private static double Bent((int Batch, double Share) first, (int Batch, double Share) second, (int Batch, double Share) third)
    {
        if (third.Share - second.Share <= 2 * Noise || second.Share - first.Share <= 2 * Noise) return double.MaxValue;
        double early = Slope(first, second), late = Slope(second, third);
        var bend = (late - early) / (third.Batch - first.Batch);
        if (late <= early * 1.05) return double.MaxValue;
        // share(third + x) = third + (late + bend·(third − second))·x + bend·x²
        var linear = late + (bend * (third.Batch - second.Batch));
        var room = 1 - third.Share;
        return third.Batch + (((-linear) + Math.Sqrt((linear * linear) + (4 * bend * Math.Max(room, 0)))) / (2 * bend));
    }
}
