using System.Runtime.InteropServices;

namespace Winnow.Index.Segments;

/// <summary>One row of a posting list's block table.</summary>
[StructLayout(LayoutKind.Sequential, Size = SegmentFormat.BlockEntrySize)]
internal readonly struct BlockEntry
{
    /// <summary>The block's last document.</summary>
    internal readonly int Last;

    /// <summary>Where its data begin, in bytes after the table.</summary>
    internal readonly uint Data;

    /// <summary>Where its first posting's places begin in the positions.</summary>
    internal readonly uint Positions;
    private readonly uint _packed;

    /// <summary>At least the largest tf~ in the block, with the segment's reference averages.</summary>
    internal float Max => BitConverter.UInt32BitsToSingle(_packed & 0xFFFF0000);

    internal int Bits => (int)(_packed >> 8) & 0xFF;

    internal int Count => (int)(_packed & 0xFF) + 1;
}
