using System.Collections.Concurrent;

namespace Winnow.Trends.Topics.Counting;

/// <summary>
/// One hash function a row of a sketch: multiply-shift in 128 bits (Dietzfelbinger 1996), whose bits are pairwise independent between keys, which is what the
/// error bound of a Count-Sketch asks for. A sketch of any width takes its sign and place from the leading bits, so a key is hashed once for all.
/// </summary>
internal sealed class RowHashes
{
    private static readonly ConcurrentDictionary<(int Depth, ulong Seed), RowHashes> Known = [];

    private readonly (ulong High, ulong Low)[] _multipliers;
    private readonly (ulong High, ulong Low)[] _offsets;

    private RowHashes(int depth, ulong seed)
    {
        (_multipliers, _offsets) = (new (ulong, ulong)[depth], new (ulong, ulong)[depth]);
        var state = seed;
        for (var row = 0; row < depth; row++)
        {
            _multipliers[row] = (KeyHash.Next(ref state), KeyHash.Next(ref state) | 1);
            _offsets[row] = (KeyHash.Next(ref state), KeyHash.Next(ref state));
        }
    }

    internal static RowHashes Of(int depth, ulong seed) => Known.GetOrAdd((depth, seed), static key => new RowHashes(key.Depth, key.Seed));

    /// <summary>The upper half of <c>a·key + b</c> modulo 2¹²⁸, for each row.</summary>
    internal void Compute(ulong key, Span<ulong> hashes)
    {
        for (var row = 0; row < _multipliers.Length; row++)
        {
            var (multiplier, offset) = (_multipliers[row], _offsets[row]);
            var high = Math.BigMul(multiplier.Low, key, out var low);
            var carry = low + offset.Low < low ? 1UL : 0;
            hashes[row] = high + (multiplier.High * key) + offset.High + carry;
        }
    }
}
