using Winnow.Embeddings.Batching;

namespace Winnow.Embeddings.Onnx;

/// <summary>
/// Cuts texts into batches of like length: a batch is as wide as its longest text, and what the others lack is padding that costs as much as words do. The longest
/// come first, so that what takes too much memory fails at once and not at the end.
/// </summary>
/// <param name="finder">How many at once. While it searches, its tries are made with the texts at hand, padded to <paramref name="measured"/>.</param>
/// <param name="measured">Tokens for which the finder's answer holds; of longer texts fewer are taken, by the square, as attention's memory grows.</param>
/// <param name="room">Reads this process's memory.</param>
internal sealed class LongestFirst(BatchFinder finder, int measured, Func<ProcessRoom> room, TimeProvider clock)
{
    /// <summary>Longer texts are rare, and a try with some of them would hold the others up for minutes.</summary>
    public const int MostMeasured = 512;

    private const string OutOfMemory = "took more memory than there is";

    private volatile bool _warm;

    /// <summary>Embeds every text once.</summary>
    /// <param name="lengths">Tokens of each text.</param>
    /// <param name="embed">Embeds the texts of these numbers, padded to that many tokens; throws <see cref="OutOfMemoryException"/> when they are too many.</param>
    public void Run(IReadOnlyList<int> lengths, Action<int[], int> embed, CancellationToken cancel)
    {
        int[] order = [.. Enumerable.Range(0, lengths.Count).OrderByDescending(i => lengths[i])];
        for (var done = 0; done < order.Length;)
        {
            cancel.ThrowIfCancellationRequested();
            var width = lengths[order[done]];
            // The first run of a model allocates and compiles: its time says nothing.
            var probe = _warm && width <= measured ? finder.Next(order.Length - done) : null;
            var batch = order[done..(done + (probe ?? Math.Min(order.Length - done, Most(width))))];
            if (probe is null ? Embed(batch, width, embed) : Try(batch, embed)) done += batch.Length;
            _warm = true;
        }
    }

    /// <summary>Texts of this many tokens at once.</summary>
    internal int Most(int width)
    {
        var share = width <= measured ? 1 : (double)measured / width;
        return Math.Max(1, (int)(finder.Batch * share * share));
    }

    private bool Embed(int[] batch, int width, Action<int[], int> embed)
    {
        try
        {
            embed(batch, width);
            return true;
        }
        catch (OutOfMemoryException) when (batch.Length > 1)
        {
            finder.Refuse(batch.Length, OutOfMemory);
            return false;
        }
    }

    private bool Try(int[] batch, Action<int[], int> embed)
    {
        try
        {
            var (before, started) = (room(), clock.GetTimestamp());
            embed(batch, measured);
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            var taken = ProcessRoom.Taken(before, room());
            finder.Report(new BatchProbe(batch.Length, [(double)taken / Math.Max(1, before.Whole)], seconds, Fits: true), taken);
            return true;
        }
        catch (OutOfMemoryException) when (batch.Length > 1)
        {
            finder.Report(new BatchProbe(batch.Length, [], 0, Fits: false));
            return false;
        }
        catch
        {
            finder.GiveBack();
            throw;
        }
    }
}
