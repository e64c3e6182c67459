using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Onnx;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Onnx;

public sealed class LongestFirstTests
{
    private const long Whole = 1000;
    private const int Measured = 100;
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Every_text_is_embedded_once_and_like_lengths_are_together() =>
        Gen.Select(Gen.Int[1, 512].Array[0, 200], Gen.Int[1, 40]).ForAll((lengths, most) =>
        {
            var batches = Run(Finder(new BatchChoice(most)), lengths, _ => { });
            Assert.Equal(Enumerable.Range(0, lengths.Length), batches.SelectMany(batch => batch).Order());
            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, most));
            var order = batches.SelectMany(batch => batch).Select(i => lengths[i]).ToList();
            Assert.Equal(order.OrderDescending(), order);
        }, iter: 200);

    [Fact]
    public void A_model_that_runs_out_of_memory_gets_half_and_every_text_its_vector()
    {
        var finder = Finder(new BatchChoice(64));
        var batches = Run(finder, Enumerable.Repeat(50, 200).ToArray(), batch => OutOfMemoryAbove(10, batch));
        Assert.Equal(Enumerable.Range(0, 200), batches.SelectMany(batch => batch).Order());
        Assert.Equal(8, finder.Batch);
        Assert.Contains("took more memory", finder.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_does_not_fit_by_itself_is_an_error() =>
        Assert.ThrowsAny<OutOfMemoryException>(() => Run(Finder(BatchChoice.Auto), [50, 50], batch => OutOfMemoryAbove(0, batch)));

    [Fact]
    public void What_is_found_stays_below_the_memory_there_is()
    {
        // A fixed part of 200 and 10 a text: 80 fit. Twice as fast with each step, so that only memory ends the search.
        var finder = Finder(BatchChoice.Auto);
        var largest = 0;
        for (var call = 0; call < 10; call++)
        {
            Run(finder, Enumerable.Repeat(50, 256).ToArray(), batch =>
            {
                largest = Math.Max(largest, batch.Length);
                _used = 200 + (10 * batch.Length);
                Assert.True(_used <= Whole, $"{batch.Length} at once would have been killed.");
                _clock.Advance(TimeSpan.FromSeconds(Math.Sqrt(batch.Length)));
            });
        }

        Assert.True(finder.IsFound);
        Assert.InRange(finder.Batch, 16, 64);
        Assert.InRange(largest, 16, 64);
    }

    [Fact]
    public void A_larger_batch_that_is_no_faster_is_left()
    {
        var finder = Finder(BatchChoice.Auto);
        Run(finder, Enumerable.Repeat(50, 256).ToArray(), batch => _clock.Advance(TimeSpan.FromSeconds(batch.Length)));
        Assert.True(finder.IsFound);
        Assert.Equal(4, finder.Batch);
    }

    [Fact]
    public void The_tries_are_made_with_the_longest_inputs()
    {
        var widths = new List<(int Texts, int Width)>();
        new LongestFirst(Finder(BatchChoice.Auto), Measured, () => new ProcessRoom(1, 1, Whole), _clock).Run(
            Enumerable.Repeat(20, 60).ToArray(),
            (batch, width) =>
            {
                widths.Add((batch.Length, width));
                _clock.Advance(TimeSpan.FromSeconds(1));
            },
            TestContext.Current.CancellationToken);
        Assert.Equal((4, 20), widths[0]);
        Assert.Equal([(4, Measured), (16, Measured), (36, Measured)], widths.Skip(1));
    }

    [Fact]
    public void Of_texts_longer_than_were_measured_fewer_go_at_once()
    {
        var batches = Run(Finder(new BatchChoice(16)), Enumerable.Repeat(2 * Measured, 10).ToArray(), _ => { });
        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, 4));
        Assert.Equal(4, batches[0].Length);
    }

    private long _used = 100;

    private List<int[]> Run(BatchFinder finder, int[] lengths, Action<int[]> embed)
    {
        var done = new List<int[]>();
        new LongestFirst(finder, Measured, () => new ProcessRoom(_used, _used, Whole), _clock).Run(
            lengths,
            (batch, _) =>
            {
                embed(batch);
                done.Add(batch);
            },
            TestContext.Current.CancellationToken);
        return done;
    }

    private BatchFinder Finder(BatchChoice choice) => new("fake", "texts", ["fake"], choice, first: 4, usual: 4, most: 256, _clock);

    private static void OutOfMemoryAbove(int texts, int[] batch)
    {
        if (batch.Length > texts) throw new InsufficientMemoryException();
    }
}
