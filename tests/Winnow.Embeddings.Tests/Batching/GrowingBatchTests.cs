using CsCheck;
using Winnow.Embeddings.Batching;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Batching;

public sealed class GrowingBatchTests
{
    [Fact]
    public void Nothing_that_was_tried_passes_the_limit_where_memory_grows_as_it_was_seen_to() =>
        Gen.Select(Gen.Double[0.01, 0.7], Gen.Double[0.0001, 0.02], Gen.Double[0.1, 3]).ForAll((fixedShare, perText, power) =>
        {
            var probes = new List<BatchProbe>();
            while (GrowingBatch.Next(probes, 4, 256) is { } batch)
            {
                var share = fixedShare + (perText * batch);
                Assert.True(probes.Count == 0 || share <= 1, $"{batch} would take {share:0.00} of the memory");
                probes.Add(new BatchProbe(batch, [share], Math.Pow(batch, 1 / (1 + power)), Fits: true));
            }

            Assert.InRange(probes.Count, 1, GrowingBatch.Runs);
        }, iter: 500);

    [Fact]
    public void A_batch_that_is_refused_is_halved_until_one_is_taken() =>
        Gen.Int[1, 300].ForAll(most =>
        {
            var probes = new List<BatchProbe>();
            while (GrowingBatch.Next(probes, 16, 256) is { } batch) probes.Add(new BatchProbe(batch, [], Math.Sqrt(batch), batch <= most));
            var largest = probes.Where(probe => probe.Fits).Max(probe => probe.Batch);
            Assert.InRange(largest, Math.Min(256, most) / 4, Math.Min(256, most));
            Assert.InRange(probes.Count, 1, 10);
        }, iter: 300);

    [Fact]
    public void Growth_that_brings_nothing_ends_it() =>
        Assert.Null(GrowingBatch.Next([new BatchProbe(4, [0.1], 4, true), new BatchProbe(16, [0.12], 15.5, true)], 4, 256));
}
