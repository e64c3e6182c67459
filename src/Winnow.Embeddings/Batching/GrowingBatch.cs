namespace Winnow.Embeddings.Batching;

/// <summary>
/// Decides which batch to try next while a model works: four times the last as long as that is faster and fits. Unlike <see cref="BatchPlanner"/> it may never
/// pass the limit, because nobody would be left to tell: what it tries is predicted to stay well below. Pure: the same runs give the same plan.
/// </summary>
public static class GrowingBatch
{
    /// <summary>Runs at most, those not counted that had to be made smaller before anything fitted.</summary>
    public const int Runs = 5;

    private const int Step = 4;

    /// <summary>A gain of less than a tenth is within what two runs of the same batch differ by, and is not worth the memory of a larger one.</summary>
    private const double WorthIt = 1.1;

    /// <summary>The part of a limit that a run may be predicted to take: the rest is for what grows faster than it did, and for everything else that runs here.</summary>
    private const double Allowed = 0.8;

    /// <summary>Memory is reckoned to grow so much faster than it was seen to.</summary>
    private const double Steeper = 1.5;

    /// <summary>A step that is smaller tells nothing new.</summary>
    private const double LeastStep = 1.5;

    /// <summary>The next batch to try, or null when the answer is found.</summary>
    /// <param name="done">The runs so far, in their order.</param>
    /// <param name="first">Where to begin.</param>
    /// <param name="most">No batch larger than this is tried.</param>
    public static int? Next(IReadOnlyList<BatchProbe> done, int first, int most)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var wall = done.Where(probe => !probe.Fits).Select(probe => (int?)probe.Batch).Min();
        var fitting = done.Where(probe => probe.Fits && !(probe.Batch >= wall)).OrderBy(probe => probe.Batch).ToList();
        if (fitting.Count == 0) return wall is null ? Math.Min(first, most) : wall > 1 ? wall / 2 : null;
        var last = fitting[^1];
        if (fitting.Count + done.Count(probe => !probe.Fits && probe.Batch > fitting[0].Batch) >= Runs) return null;
        if (fitting.Count > 1 && last.Rate < WorthIt * fitting.SkipLast(1).Max(probe => probe.Rate)) return null;
        var wanted = Math.Min(wall is null ? (long)last.Batch * Step : wall.Value / 2, Math.Min(most, Reach(fitting)));
        return wanted >= LeastStep * last.Batch ? (int)wanted : null;
    }

    /// <summary>The largest batch that stays within the allowed part of every limit, by the growth between the last two runs; after one run as if none of its memory were fixed.</summary>
    private static long Reach(List<BatchProbe> fitting)
    {
        var (last, reach) = (fitting[^1], double.MaxValue);
        for (var limit = 0; limit < last.Shares.Count; limit++)
        {
            var share = last.Shares[limit];
            var slope = fitting.Count > 1 && fitting[^2].Shares.Count > limit
                ? Steeper * Math.Max(0, share - fitting[^2].Shares[limit]) / (last.Batch - fitting[^2].Batch)
                : share / last.Batch;
            reach = Math.Min(reach, share >= Allowed ? 0 : slope <= 0 ? double.MaxValue : last.Batch + ((Allowed - share) / slope));
        }

        return (long)Math.Min(reach, int.MaxValue);
    }
}
