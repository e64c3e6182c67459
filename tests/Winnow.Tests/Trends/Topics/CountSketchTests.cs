using CsCheck;
using Winnow.Properties;
using Winnow.Trends.Topics.Counting;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class CountSketchTests
{
    private static readonly Gen<(ulong Key, int Count)[]> Streams = Gen.Select(Gen.ULong[0, 5000], Gen.Int[-3, 9]).Array[0, 400];

    [Theory]
    [InlineData(256)]
    [InlineData(4096)]
    public void Estimates_are_off_by_more_than_the_stated_bound_no_more_often_than_stated(int width)
    {
        var exact = Zipf(20_000, seed: 7);
        var sketch = new CountSketch(CountSketch.StandardDepth, width, 1);
        foreach (var (key, count) in exact)
        {
            sketch.Add(key, count);
        }

        var norm = Math.Sqrt(exact.Values.Sum(count => (double)count * count));
        Assert.Equal(norm, sketch.Norm, norm * 0.05);
        Assert.Equal(0.0115, SketchBound.ProbabilityAboveThree(sketch.Depth), 0.0001);
        var above = exact.Count(pair => Math.Abs(sketch.Estimate(pair.Key) - pair.Value) > 3 * norm / Math.Sqrt(width));
        Assert.True(above <= SketchBound.ProbabilityAboveThree(sketch.Depth) * exact.Count, $"{above} of {exact.Count}");
    }

    [Fact]
    public void The_sum_of_two_sketches_is_the_sketch_of_both_streams() => Gen.Select(Streams, Streams).ForAll((a, b) =>
    {
        var (left, right, both) = (Counted(a), Counted(b), Counted([.. a, .. b]));
        left.Merge(right);
        Assert.True(Cells(left).SequenceEqual(Cells(both)));
    });

    [Fact]
    public void A_folded_sketch_is_the_one_that_half_the_width_would_have_counted() => Streams.ForAll(stream =>
        Assert.True(Cells(Counted(stream, 256).Folded()).SequenceEqual(Cells(Counted(stream, 128)))));

    [Fact]
    public void What_is_taken_back_was_never_counted() => Streams.ForAll(stream =>
        Assert.All(Cells(Counted([.. stream, .. stream.Select(entry => (entry.Key, -entry.Count))])), cell => Assert.Equal(0, cell)));

    [Fact]
    public void Sketches_of_different_shape_or_seed_are_not_added_up()
    {
        Assert.Throws<ArgumentException>(() => new CountSketch(5, 64, 1).Merge(new CountSketch(5, 128, 1)));
        Assert.Throws<ArgumentException>(() => new CountSketch(5, 64, 1).Merge(new CountSketch(5, 64, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountSketch(5, 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountSketch(4, 64, 1));
    }

    [Fact]
    public void Signs_and_places_of_two_keys_are_independent()
    {
        // Over many hash functions two keys share a counter once in `width` times, and their signs agree half of the time.
        const int Rows = 20_001, Width = 16;
        var sketch = new CountSketch(Rows, Width, 5);
        sketch.Add(1, 1);
        var (shared, agreeing) = (0, 0);
        var other = new CountSketch(Rows, Width, 5);
        other.Add(2, 1);
        for (var i = 0; i < sketch.Length; i++)
        {
            shared += sketch[i] != 0 && other[i] != 0 ? 1 : 0;
            agreeing += sketch[i] * other[i] > 0 ? 1 : 0;
        }

        Assert.InRange(shared, Rows / Width * 0.9, Rows / Width * 1.1);
        Assert.InRange(agreeing, shared * 0.42, shared * 0.58);
    }

    private static IEnumerable<int> Cells(CountSketch sketch) => Enumerable.Range(0, sketch.Length).Select(place => sketch[place]);

    private static CountSketch Counted((ulong Key, int Count)[] stream, int width = 64)
    {
        var sketch = new CountSketch(3, width, 9);
        Array.ForEach(stream, entry => sketch.Add(entry.Key, entry.Count));
        return sketch;
    }

    private static Dictionary<ulong, int> Zipf(int keys, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(1, keys).ToDictionary(_ => (ulong)random.NextInt64(), rank => 1 + (20_000 / rank));
    }
}
