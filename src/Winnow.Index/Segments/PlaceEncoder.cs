using System.Runtime.InteropServices;

namespace Winnow.Index.Segments;

/// <summary>
/// One posting's places: position × 4 + field, ascending; each as varint of distance to the one before × 2 + (1 when another follows), so that no count is stored.
/// </summary>
internal sealed class PlaceEncoder
{
    private readonly List<byte> _bytes = [];

    internal ReadOnlySpan<byte> Encode(ReadOnlySpan<uint> places)
    {
        _bytes.Clear();
        var previous = 0u;
        for (var i = 0; i < places.Length; i++)
        {
            var value = ((places[i] - previous) << 1) | (i + 1 < places.Length ? 1u : 0u);
            previous = places[i];
            while (value >= 0x80)
            {
                _bytes.Add((byte)(value | 0x80));
                value >>= 7;
            }

            _bytes.Add((byte)value);
        }

        return CollectionsMarshal.AsSpan(_bytes);
    }
}
