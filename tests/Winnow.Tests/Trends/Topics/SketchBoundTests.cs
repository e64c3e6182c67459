using Winnow.Trends.Topics.Counting;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class SketchBoundTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_estimate_of_a_hundred_thousand_is_off_by_more_than_the_bound_of_all(int seed)
    {
        var random = new Random(seed);
        var exact = Enumerable.Range(1, 100_000).Select(rank => (Key: (ulong)random.NextInt64(), Count: 1 + (40 * 300 / (rank + 300)))).ToList();
        var sketch = new CountSketch(CountSketch.StandardDepth, 1 << 13, (ulong)seed);
        exact.ForEach(entry => sketch.Add(entry.Key, entry.Count));
        var deviation = Math.Sqrt(exact.Sum(entry => (double)entry.Count * entry.Count) / sketch.Width);

        var bound = SketchBound.OfAll(deviation, exact.Max(entry => entry.Count), exact.Count);

        var worst = exact.Max(entry => Math.Abs(sketch.Estimate(entry.Key) - entry.Count));
        // It holds, and is no empty promise.
        Assert.InRange(worst, bound / 5, bound);
    }

    [Fact]
    public void The_bound_grows_with_what_disturbs_and_with_what_it_has_to_hold_for()
    {
        var bound = SketchBound.OfAll(2, 5, 1_000_000);
        Assert.True(SketchBound.OfAll(4, 5, 1_000_000) > bound);
        Assert.True(SketchBound.OfAll(2, 10, 1_000_000) > bound);
        Assert.True(SketchBound.OfAll(2, 5, 10_000_000) > bound);
        Assert.True(SketchBound.OfAll(2, 5, 1_000_000, depth: 7) < bound);
        Assert.Equal(0, SketchBound.OfAll(0, 0, 1_000_000));
    }

    [Fact]
    public void One_estimate_of_five_rows_is_off_by_three_deviations_once_in_eighty_seven_times_at_most() =>
        Assert.Equal(0.0115, SketchBound.ProbabilityAboveThree(5), 0.0001);
}
