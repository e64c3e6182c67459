using System.Runtime.InteropServices;

namespace Winnow.Index.Segments;

/// <summary>Collects ascending terms, front-coded in blocks of sixteen, and what each one's posting list is.</summary>
internal sealed class TermDictionaryWriter
{
    private readonly List<byte> _blocks = [];
    private readonly List<uint> _blockOffsets = [];
    private readonly List<byte> _infos = [];
    private byte[] _previous = [];

    internal int Count { get; private set; }

    internal void Add(ReadOnlySpan<byte> term, ulong offset, uint frequency, float max)
    {
        var shared = 0;
        if (Count % SegmentFormat.TermsPerBlock == 0)
        {
            _blockOffsets.Add((uint)_blocks.Count);
        }
        else
        {
            shared = term.CommonPrefixLength(_previous);
        }

        WriteVarint((uint)shared);
        WriteVarint((uint)(term.Length - shared));
        _blocks.AddRange(term[shared..]);
        Span<byte> info = stackalloc byte[SegmentFormat.TermInfoSize];
        MemoryMarshal.Write(info, offset);
        MemoryMarshal.Write(info[8..], frequency);
        MemoryMarshal.Write(info[12..], max);
        _infos.AddRange(info);
        _previous = term.ToArray();
        Count++;
    }

    internal void WriteTo(SegmentFile file)
    {
        file.WriteRegion<byte>((int)RegionKind.TermInfos, CollectionsMarshal.AsSpan(_infos));
        file.WriteRegion<byte>((int)RegionKind.TermBlocks, CollectionsMarshal.AsSpan(_blocks));
        file.WriteRegion<uint>((int)RegionKind.TermBlockOffsets, CollectionsMarshal.AsSpan(_blockOffsets));
    }

    private void WriteVarint(uint value)
    {
        while (value >= 0x80)
        {
            _blocks.Add((byte)(value | 0x80));
            value >>= 7;
        }

        _blocks.Add((byte)value);
    }
}
