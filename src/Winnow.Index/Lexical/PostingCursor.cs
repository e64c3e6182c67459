using System.Numerics;
using System.Runtime.Intrinsics;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Reads one posting list block by block. Reused between queries, so that a search allocates no buffers.</summary>
internal sealed unsafe class PostingCursor
{
    // A search compares this many documents at once and may read as many past the block's end.
    private const int Group = 8;

    private readonly int[] _documents = GC.AllocateArray<int>(SegmentFormat.BlockLength + Group, pinned: true);
    private SegmentReader _segment = null!;
    private BlockEntry* _table;
    private byte* _data;
    private long _dataLength;
    private int _placesRead;
    private int _searched;
    private byte* _places;

    /// <summary>Blocks of the list.</summary>
    internal int Blocks { get; private set; }

    /// <summary>The block that a search has come to; only ever moves forward.</summary>
    internal int Block { get; set; }

    /// <summary>The block in <see cref="Documents"/>, −1 for none.</summary>
    internal int Decoded { get; private set; }

    /// <summary>The decoded block's documents, ascending, inside the segment.</summary>
    internal int* Documents { get; private set; }

    /// <summary>The decoded block's frequency codes.</summary>
    internal byte* Codes { get; private set; }

    /// <summary>Postings of the decoded block.</summary>
    internal int Count { get; private set; }

    internal void Open(SegmentReader segment, TermInfo info)
    {
        _segment = segment;
        Blocks = (info.Frequency + SegmentFormat.BlockLength - 1) / SegmentFormat.BlockLength;
        var start = segment.Postings.Start + info.Offset;
        _table = (BlockEntry*)start;
        _data = start + ((long)Blocks * SegmentFormat.BlockEntrySize);
        _dataLength = segment.Postings.Start + segment.Postings.Length - _data;
        fixed (int* documents = _documents)
        {
            Documents = documents; // pinned for good by its allocation
        }

        (Block, Decoded) = (0, -1);
    }

    internal int Last(int block) => _table[block].Last;

    internal float Max(int block) => _table[block].Max;

    /// <summary>No posting of the block is below this.</summary>
    internal int First(int block) => block == 0 ? 0 : _table[block - 1].Last + 1;

    /// <summary>Moves <see cref="Block"/> to the first one whose last document is not below <paramref name="document"/>, by galloping.</summary>
    /// <returns>False when the list ends before.</returns>
    internal bool SkipTo(int document)
    {
        var block = Block;
        if (block >= Blocks || _table[block].Last >= document)
        {
            return block < Blocks;
        }

        var step = 1;
        while (block + step < Blocks && _table[block + step].Last < document)
        {
            block += step;
            step *= 2;
        }

        var high = Math.Min(block + step, Blocks);
        while (block + 1 < high)
        {
            var middle = (block + high) >>> 1;
            if (_table[middle].Last < document)
            {
                block = middle;
            }
            else
            {
                high = middle;
            }
        }

        Block = high;
        return high < Blocks;
    }

    /// <summary>Unpacks a block unless it is the decoded one.</summary>
    /// <exception cref="IndexCorruptException">It is not inside the file, or its documents not inside the segment.</exception>
    internal void Decode(int block)
    {
        if (Decoded == block)
        {
            return;
        }

        var entry = _table[block];
        var packed = entry.Bits == SegmentFormat.PlainBits ? entry.Count * sizeof(int) : BlockPacking.PackedSize(entry.Bits);
        if (entry.Bits > SegmentFormat.PlainBits || entry.Count > SegmentFormat.BlockLength || entry.Data + (long)packed + entry.Count > _dataLength)
        {
            throw _segment.Corrupt("has a posting block outside the file");
        }

        var from = _data + entry.Data;
        var previous = block == 0 ? 0 : _table[block - 1].Last;
        if (entry.Bits == SegmentFormat.PlainBits)
        {
            new ReadOnlySpan<int>(from, entry.Count).CopyTo(_documents);
        }
        else
        {
            BlockPacking.Unpack(new ReadOnlySpan<byte>(from, packed), previous, entry.Bits, _documents);
        }

        Codes = from + packed;
        Count = entry.Count;
        Check(previous, entry.Last);
        Decoded = block;
        _places = null;
        _searched = 0;
    }

    /// <summary>
    /// The index of <paramref name="document"/> in the block that <see cref="Block"/> is on; −1 when it is not there. Decodes the block. Documents asked for
    /// ascend, so the search goes on where the last one ended.
    /// </summary>
    internal int IndexOf(int document)
    {
        Decode(Block);
        var at = _searched;
        while (at + Group <= Count && Documents[at + Group - 1] < document)
        {
            at += Group;
        }

        _searched = at;
        var equal = Vector256.Equals(Vector256.Load(Documents + at), Vector256.Create(document)).ExtractMostSignificantBits();
        var found = at + BitOperations.TrailingZeroCount(equal);
        return equal != 0 && found < Count ? found : -1;
    }

    /// <summary>Reads the places of posting <paramref name="index"/> of the decoded block; indexes ascend between decodings.</summary>
    internal void ReadPlaces(int index, List<uint> places)
    {
        var stop = _segment.Positions.Start + _segment.Positions.Length;
        if (_places == null || index < _placesRead)
        {
            var offset = _table[Decoded].Positions;
            if (offset >= _segment.Positions.Length)
            {
                throw _segment.Corrupt("has positions outside the region");
            }

            _places = _segment.Positions.Start + offset;
            _placesRead = 0;
        }

        for (; _placesRead < index; _placesRead++)
        {
            SkipPlaces(stop);
        }

        places.Clear();
        var place = 0u;
        uint value;
        do
        {
            value = _segment.ReadVarint(ref _places, stop);
            place += value >> 1;
            places.Add(place);
        }
        while ((value & 1) != 0);
        _placesRead++;
    }

    // The flag that another place follows is in the lowest bit of a number's first byte.
    private void SkipPlaces(byte* stop)
    {
        var more = true;
        while (more && _places < stop)
        {
            more = (*_places & 1) != 0;
            while (_places < stop && *_places++ >= 0x80)
            {
            }
        }
    }

    private void Check(int previous, int last)
    {
        // Damaged bytes must not lead outside the columns, which are read without further checks.
        var count = Count & ~3;
        var low = Vector128.Create(last);
        var high = Vector128.Create(last);
        for (var i = 0; i < count; i += Vector128<int>.Count)
        {
            var documents = Vector128.Load(Documents + i);
            low = Vector128.Min(low, documents);
            high = Vector128.Max(high, documents);
        }

        var inside = Vector128.GreaterThanOrEqualAll(low, Vector128.Create(previous)) && Vector128.LessThanOrEqualAll(high, Vector128.Create(last));
        for (var i = count; i < Count; i++)
        {
            inside &= Documents[i] >= previous && Documents[i] <= last;
        }

        if (!inside || (uint)last >= (uint)_segment.Documents)
        {
            throw _segment.Corrupt("has a posting outside the segment");
        }
    }
}
