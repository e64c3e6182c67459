using System.Buffers.Binary;

namespace Winnow.Index.Vectors;

/// <summary>The first 64 bytes of a vector segment, little-endian. The byte table is in this folder's README.</summary>
internal readonly record struct VectorSegmentHeader(int Dimensions, int Rows, int Removed, uint ColumnsChecksum, uint RowsChecksum)
{
    internal const int Length = 64;
    internal const ushort Version = 1;
    internal const ushort OldestReadable = 1;
    private const uint Magic = 0x53564E57; // "WNVS"
    private const int ChecksumOffset = Length - sizeof(uint);

    internal int Stride => Int8Rows.Stride(Dimensions);

    internal long ContentsOffset => Length + ((long)Rows * sizeof(long));

    internal long ScalesOffset => ContentsOffset + ((long)Rows * sizeof(uint));

    internal long RemovedOffset => ScalesOffset + ((long)Rows * sizeof(float));

    /// <summary>A multiple of 64, so that a row of a multiple of 64 dimensions never straddles one more cache line than it must.</summary>
    internal long RowsOffset => (RemovedOffset + ((long)Removed * sizeof(long)) + 63) / 64 * 64;

    internal long FileLength => RowsOffset + ((long)Rows * Stride);

    internal void Write(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], OldestReadable);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Rows);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], Removed);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], ColumnsChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], RowsChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumOffset..], Checksum.Of(bytes[..ChecksumOffset]));
    }

    /// <exception cref="IndexCorruptException">The bytes are not a header of this version for a file of this length and space.</exception>
    internal static VectorSegmentHeader Read(string file, ReadOnlySpan<byte> bytes, long fileLength, int dimensions)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new IndexCorruptException(file, "is not a vector segment");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]) != Checksum.Of(bytes[..ChecksumOffset]))
        {
            throw new IndexCorruptException(file, "has a header that does not match its checksum");
        }

        var oldest = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        if (oldest > Version)
        {
            throw new IndexCorruptException(file, $"needs a reader of version {oldest}; this one reads up to {Version}");
        }

        var header = new VectorSegmentHeader(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]));
        if (header.Rows < 0 || header.Removed < 0 || header.Dimensions != dimensions)
        {
            throw new IndexCorruptException(file, $"holds {header.Rows} vectors of {header.Dimensions} dimensions where {dimensions} were expected");
        }

        if (header.FileLength != fileLength)
        {
            throw new IndexCorruptException(file, $"has {fileLength} bytes instead of {header.FileLength}");
        }

        return header;
    }
}
