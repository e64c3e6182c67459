using System.Runtime.InteropServices;
using Winnow.Index.Lexical;

namespace Winnow.Index.Segments;

/// <summary>Writes the posting lists of ascending terms: block table, packed documents, frequency codes; positions go to a region of their own.</summary>
internal sealed class PostingsWriter(ByteSink postings, ByteSink positions, FieldNorms norms, uint[] lengths)
{
    private readonly List<byte> _table = [];
    private readonly List<byte> _data = [];
    private readonly int[] _documents = new int[SegmentFormat.BlockLength];
    private readonly byte[] _codes = new byte[SegmentFormat.BlockLength];
    private readonly uint[] _packed = new uint[SegmentFormat.BlockLength];
    private int _count;
    private int _previousLast;
    private float _blockMax;
    private float _listMax;
    private uint _blockPositions;
    private int _frequency;

    /// <param name="document">Greater than the list's last.</param>
    /// <param name="code">See <see cref="FrequencyCode"/>.</param>
    /// <param name="places">The encoded positions.</param>
    internal void Add(int document, byte code, ReadOnlySpan<byte> places)
    {
        if (_count == 0)
        {
            _blockPositions = checked((uint)positions.Length);
        }

        _documents[_count] = document;
        _codes[_count++] = code;
        _blockMax = Math.Max(_blockMax, norms.Frequency(code, lengths[document]));
        _frequency++;
        positions.Write(places);
        if (_count == SegmentFormat.BlockLength)
        {
            EndBlock();
        }
    }

    /// <summary>Ends the list.</summary>
    /// <returns>Where it begins, how many documents it has and its largest tf~; null when it is empty.</returns>
    internal (ulong Offset, uint Frequency, float Max)? EndList()
    {
        if (_count > 0)
        {
            EndBlock();
        }

        if (_frequency == 0)
        {
            return null;
        }

        var result = ((ulong)postings.Length, (uint)_frequency, _listMax);
        postings.Write(CollectionsMarshal.AsSpan(_table));
        postings.Write(CollectionsMarshal.AsSpan(_data));
        // Lists begin on multiples of four, so that tables are read as aligned numbers.
        for (var padding = (int)(-postings.Length & 3); padding > 0; padding--)
        {
            postings.Write((byte)0);
        }

        _table.Clear();
        _data.Clear();
        (_previousLast, _listMax, _frequency) = (0, 0, 0);
        return result;
    }

    /// <summary>The upper half of a float's bits, rounded up.</summary>
    internal static ushort RoundUp(float value) => (ushort)((BitConverter.SingleToUInt32Bits(value) + 0xFFFF) >> 16);

    private void EndBlock()
    {
        var documents = _documents.AsSpan(0, _count);
        var bits = BlockPacking.Width(documents, _previousLast);
        if (BlockPacking.PackedSize(bits) > _count * sizeof(uint))
        {
            bits = SegmentFormat.PlainBits;
        }

        Span<uint> entry =
        [
            (uint)documents[^1], (uint)_data.Count, _blockPositions, ((uint)RoundUp(_blockMax) << 16) | ((uint)bits << 8) | (uint)(_count - 1),
        ];
        _table.AddRange(MemoryMarshal.AsBytes(entry));
        if (bits == SegmentFormat.PlainBits)
        {
            _data.AddRange(MemoryMarshal.AsBytes(documents));
        }
        else
        {
            var packed = _packed.AsSpan(0, BlockPacking.PackedSize(bits) / sizeof(uint));
            BlockPacking.Pack(documents, _previousLast, bits, packed);
            _data.AddRange(MemoryMarshal.AsBytes(packed));
        }

        _data.AddRange(_codes.AsSpan(0, _count));
        (_previousLast, _listMax, _count, _blockMax) = (documents[^1], Math.Max(_listMax, _blockMax), 0, 0);
    }
}
