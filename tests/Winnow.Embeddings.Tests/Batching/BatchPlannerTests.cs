using CsCheck;
using Winnow.Embeddings.Batching;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Batching;

public sealed class BatchPlannerTests
{
    private const int Most = 10_000_000;

    /// <summary>The fixed share of memory, the true answer, and the power with which the rest grows: frameworks keep a little more than an item's own for each item.</summary>
    private static readonly Gen<(double Fixed, double Truth, double Power)> Machines =
        from part in Gen.Double[0, 0.8]
        from truth in Gen.Double[0, 4.5]
        from power in Gen.Double[1, 1.05]
        select (part, Math.Pow(10, truth), power);

    [Fact]
    public void What_does_not_run_alone_has_no_answer()
    {
        var finding = Find(_ => 2, noise: 0, Most);
        Assert.Equal(0, finding.Largest);
        Assert.Single(finding.Probes);
    }

    [Fact]
    public void The_answer_has_run_and_is_never_above_the_truth() => Machines.ForAll(machine =>
    {
        var finding = Find(Share(machine), noise: 0.001, Most);
        Assert.InRange(finding.Largest, 1, Math.Max(1, machine.Truth * 1.02));
        Assert.Contains(finding.Probes, probe => probe.Fits && probe.Batch == finding.Largest);
        Assert.InRange(finding.Probes.Count, 1, BatchPlanner.Runs);
    },
    iter: 20000);

    [Fact]
    public void The_answer_is_at_least_85_percent_of_the_truth() => Machines.ForAll(machine =>
    {
        var truth = Math.Max(1, Math.Floor(machine.Truth));
        var finding = Find(Share(machine), noise: 0.001, Most);
        Assert.True(finding.Largest >= Math.Floor(0.85 * truth), $"{finding.Largest} of {truth}: {string.Join(", ", finding.Probes)}");
    },
    iter: 20000);

    [Fact]
    public void A_limit_that_shows_only_in_failures_is_found_by_steps()
    {
        var finding = Find(batch => batch <= 1000 ? double.NaN : 2, noise: 0, Most);
        Assert.InRange(finding.Largest, 500, 1000);
    }

    [Fact]
    public void No_batch_is_larger_than_allowed() =>
        Assert.Equal(24, Find(batch => 0.1 + (batch * 1e-6), noise: 0, most: 24).Largest);

    [Fact]
    public void Of_two_limits_the_nearer_one_holds()
    {
        var probes = new List<BatchProbe>();
        while (BatchPlanner.Next(probes, Most) is { } batch)
        {
            probes.Add(new BatchProbe(batch, [0.2 + (batch * 1e-5), batch / 321.0], 1, batch <= 321));
        }

        Assert.InRange(BatchFinding.Of(probes).Largest, 280, 321);
    }

    [Fact]
    public void The_fastest_batch_is_the_smallest_of_those_nearly_as_fast()
    {
        var finding = BatchFinding.Of([new(1, [], 1, true), new(10, [], 2, true), new(100, [], 19.8, true), new(500, [], 0.1, false)]);
        Assert.Equal((100, 10, 5), (finding.Largest, finding.Fastest, finding.FastestRate));
    }

    private static Func<int, double> Share((double Fixed, double Truth, double Power) machine) =>
        batch => machine.Fixed + ((1 - machine.Fixed) * Math.Pow(batch / Math.Max(1, machine.Truth), machine.Power));

    /// <param name="share">What a batch uses; NaN when it cannot be measured.</param>
    /// <param name="noise">Of each run, by a seed that its batch gives.</param>
    private static BatchFinding Find(Func<int, double> share, double noise, int most)
    {
        var probes = new List<BatchProbe>();
        while (BatchPlanner.Next(probes, most) is { } batch)
        {
            var used = share(batch) + (noise * ((2 * new Random(batch).NextDouble()) - 1));
            probes.Add(new BatchProbe(batch, double.IsNaN(used) ? [] : [used], 1, !(used > 1)));
        }

        return BatchFinding.Of(probes);
    }
}
