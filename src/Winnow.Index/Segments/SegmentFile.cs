using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Winnow.Index.Segments;

/// <summary>Writes a file of regions: header, regions, table. Nothing reads it before its name stands in a manifest, so it needs no temporary name.</summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly List<(int Kind, uint Checksum, long Offset, long Length)> _regions = [];
    private readonly byte[] _copyBuffer = new byte[1 << 16];
    private long _regionStart;

    internal SegmentFile(string path)
    {
        Path = path;
        _stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        Sink = new ByteSink(_stream);
        _stream.Write(new byte[SegmentFormat.RegionAlignment]);
        _regionStart = SegmentFormat.RegionAlignment;
    }

    internal string Path { get; }

    /// <summary>Takes the bytes of the region that <see cref="EndRegion"/> will name.</summary>
    internal ByteSink Sink { get; }

    internal void EndRegion(int kind)
    {
        var (length, checksum) = Sink.Restart();
        _regions.Add((kind, checksum, _regionStart, length));
        var end = _regionStart + length;
        var padding = (int)(-end & (SegmentFormat.RegionAlignment - 1));
        _stream.Write(new byte[padding]);
        _regionStart = end + padding;
    }

    internal void WriteRegion<T>(int kind, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Sink.Write(MemoryMarshal.AsBytes(values));
        EndRegion(kind);
    }

    internal void CopyRegion(int kind, RegionSpool spool)
    {
        var from = spool.Rewind();
        int read;
        while ((read = from.Read(_copyBuffer)) > 0)
        {
            Sink.Write(_copyBuffer.AsSpan(0, read));
        }

        EndRegion(kind);
    }

    /// <summary>Writes the table and the header, and brings the file to the disk.</summary>
    /// <param name="facts">What the reader needs beside the regions; kept in the table.</param>
    internal void Finish(SegmentFacts facts)
    {
        using var table = new MemoryStream();
        using (var writer = new BinaryWriter(table, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            facts.Write(writer);
            writer.Write(_regions.Count);
            foreach (var (kind, checksum, offset, length) in _regions)
            {
                writer.Write(kind);
                writer.Write(checksum);
                writer.Write(offset);
                writer.Write(length);
            }

            writer.Flush();
            writer.Write(Crc32C.Compute(table.GetBuffer().AsSpan(0, (int)table.Length)));
        }

        _stream.Write(table.GetBuffer(), 0, (int)table.Length);
        var header = new byte[SegmentFormat.HeaderSize];
        BinaryPrimitives.WriteUInt64LittleEndian(header, SegmentFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), SegmentFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), SegmentFormat.OldestReadable);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), _regionStart + table.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), (uint)table.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), Crc32C.Compute(header.AsSpan(0, 28)));
        _stream.Position = 0;
        _stream.Write(header);
        _stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();
}
