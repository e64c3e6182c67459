using System.Buffers.Binary;
using System.Text;

namespace Winnow.Index.Segments;

/// <summary>Terms in the order of their UTF-8 bytes.</summary>
internal sealed class SortedTerms
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int[] _order;

    internal SortedTerms(IReadOnlyList<string> terms)
    {
        _starts = new int[terms.Count + 1];
        var total = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            total += Encoding.UTF8.GetByteCount(terms[i]);
            _starts[i + 1] = total;
        }

        // Eight bytes of padding let every term's sort key be read whole.
        _bytes = new byte[total + sizeof(ulong)];
        _order = new int[terms.Count];
        var keys = new ulong[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            var length = Encoding.UTF8.GetBytes(terms[i], _bytes.AsSpan(_starts[i]));
            _order[i] = i;
            var key = BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(_starts[i]));
            keys[i] = length < sizeof(ulong) ? key & ~(ulong.MaxValue >> (8 * length)) : key;
        }

        // Most terms differ in their first eight bytes, so numbers are compared; only runs of equal keys compare bytes.
        Array.Sort(keys, _order);
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                _order.AsSpan(first, end - first).Sort((a, b) => Of(a).SequenceCompareTo(Of(b)));
            }

            first = end;
        }
    }

    internal int Count => _order.Length;

    internal int Ordinal(int rank) => _order[rank];

    internal ReadOnlySpan<byte> Bytes(int rank) => Of(_order[rank]);

    private ReadOnlySpan<byte> Of(int term) => _bytes.AsSpan(_starts[term], _starts[term + 1] - _starts[term]);
}
