namespace Winnow.Index.Segments;

/// <summary>
/// A field's length in words as one byte: exact below 64, then sixteen steps to each doubling. All statistics are sums of the rounded lengths, so that a
/// document's leaving undoes exactly what its coming did.
/// </summary>
internal static class FieldLength
{
    private const int Exact = 64;
    private const double StepsPerDoubling = 16;
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(i => i < Exact ? i : (int)(Exact * Math.Pow(2, (i - Exact) / StepsPerDoubling)))];

    /// <summary>The largest code whose length does not exceed <paramref name="words"/>.</summary>
    internal static byte Encode(int words)
    {
        if (words < Exact)
        {
            return (byte)Math.Max(words, 0);
        }

        var i = Array.BinarySearch(Lengths, words);
        return (byte)(i >= 0 ? i : ~i - 1);
    }

    internal static int Decode(byte code) => Lengths[code];

    /// <summary>Field <paramref name="field"/> of a document's four packed codes.</summary>
    internal static int Decode(uint packed, int field) => Lengths[(byte)(packed >> (8 * field))];
}
