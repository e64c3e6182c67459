namespace Winnow.Index.Segments;

/// <summary>A stretch of a mapped file.</summary>
internal readonly unsafe struct Region(byte* start, long length, uint checksum)
{
    /// <summary>Aligned to 64 bytes.</summary>
    internal byte* Start => start;

    internal long Length => length;

    /// <summary>CRC-32C, as written.</summary>
    internal uint Checksum => checksum;
}
