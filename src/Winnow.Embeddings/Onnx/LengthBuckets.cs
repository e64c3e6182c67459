namespace Winnow.Embeddings.Onnx;

/// <summary>
/// Texts of like length go through a transformer together: a batch is as wide as its longest text, and what the others lack is padding that
/// costs as much as words do.
/// </summary>
internal static class LengthBuckets
{
    /// <param name="lengths">Tokens of each text.</param>
    /// <param name="most">Texts a batch at most.</param>
    /// <returns>Every index once. Longest first, so that what takes too much memory fails at once and not at the end.</returns>
    public static IEnumerable<int[]> Of(IReadOnlyList<int> lengths, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Enumerable.Range(0, lengths.Count).OrderByDescending(i => lengths[i]).Chunk(most);
    }
}
