namespace Winnow.Embeddings.Batching;

/// <summary>The answer to "how large a batch does this machine take?".</summary>
/// <param name="Largest">The largest batch that was run and fitted; 0 when not even one item does.</param>
/// <param name="Fastest">The smallest batch whose rate is within three hundredths of the best one seen; 0 with <paramref name="Largest"/>.</param>
/// <param name="FastestRate">Items a second with <paramref name="Fastest"/>.</param>
/// <param name="Probes">All runs, in their order.</param>
public sealed record BatchFinding(int Largest, int Fastest, double FastestRate, IReadOnlyList<BatchProbe> Probes)
{
    // Of two batches that are nearly as fast, the smaller one leaves memory to others and shows progress sooner.
    private const double NearlyAsFast = 0.97;

    /// <summary>Reads the answer off the runs.</summary>
    public static BatchFinding Of(IReadOnlyList<BatchProbe> probes)
    {
        var fitting = probes.Where(probe => probe.Fits).OrderBy(probe => probe.Batch).ToList();
        if (fitting.Count == 0) return new BatchFinding(0, 0, 0, probes);
        var best = fitting.Max(probe => probe.Rate);
        var fastest = fitting.First(probe => probe.Rate >= NearlyAsFast * best);
        return new BatchFinding(fitting[^1].Batch, fastest.Batch, fastest.Rate, probes);
    }
}
