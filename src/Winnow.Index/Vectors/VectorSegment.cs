using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Winnow.Index.Vectors;

/// <summary>One immutable file of vectors, mapped into memory. <see cref="VectorSegmentFile"/> says what its bytes are. Unmapped when the last user lets go.</summary>
internal sealed unsafe class VectorSegment
{
    /// <summary>Fewer rows are in the processor's cache from one search to the next.</summary>
    private const int LeastSketched = 4096;

    /// <summary>What a sketch may take of the memory that this process may have: one part of so many.</summary>
    private const int MemoryShare = 16;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly VectorSegmentHeader _header;
    private RowSketch? _sketch;
    private int _scans;
    private int _users = 1;

    private VectorSegment(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start, VectorSegmentHeader header)
    {
        Name = Path.GetFileName(path);
        (_file, _view, _header) = (file, view, header);
        _start = start;
    }

    internal string Name { get; }

    internal int Rows => _header.Rows;

    internal int Stride => _header.Stride;

    internal long Bytes => _header.FileLength;

    internal ReadOnlySpan<long> Ids => new(_start + VectorSegmentHeader.Length, Rows);

    /// <summary>A number for each row that the caller compares to see whether the row is stale.</summary>
    internal ReadOnlySpan<uint> Contents => new(_start + _header.ContentsOffset, Rows);

    internal ReadOnlySpan<float> Scales => new(_start + _header.ScalesOffset, Rows);

    /// <summary>Ids that this segment hides in older ones.</summary>
    internal ReadOnlySpan<long> Removed => new(_start + _header.RemovedOffset, _header.Removed);

    internal ReadOnlySpan<sbyte> Row(int row, int count = 1) => new(_start + _header.RowsOffset + ((long)row * Stride), count * Stride);

    /// <summary>
    /// The rows in half their bytes, for one scan; null where all of them should be read. Made by the second scan, so that a process that asks once does not wait
    /// for it; those that run meanwhile go on without.
    /// </summary>
    internal RowSketch? SketchForScan()
    {
        if (Volatile.Read(ref _sketch) is { } made)
        {
            return made;
        }

        if (Rows < LeastSketched || Interlocked.Increment(ref _scans) != 2
            || RowSketch.Bytes(Rows, Stride) > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryShare)
        {
            return null;
        }

        var sketch = new RowSketch(Rows, Stride);
        for (var row = 0; row < Rows; row += 1024)
        {
            var count = Math.Min(1024, Rows - row);
            sketch.Add(Row(row, count), Scales.Slice(row, count));
        }

        Volatile.Write(ref _sketch, sketch);
        return sketch;
    }

    /// <exception cref="IndexCorruptException">The file is torn or altered where it is read now: header, ids and scales. <see cref="RowsAreIntact"/> reads the rest.</exception>
    internal static VectorSegment Open(string path, int dimensions)
    {
        var name = Path.GetFileName(path);
        var length = new FileInfo(path).Length;
        if (length < VectorSegmentHeader.Length)
        {
            throw new IndexCorruptException(name, $"has {length} bytes, fewer than a header");
        }

        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        MemoryMappedViewAccessor? view = null;
        byte* start = null;
        try
        {
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            var header = VectorSegmentHeader.Read(name, new ReadOnlySpan<byte>(start, VectorSegmentHeader.Length), length, dimensions);
            var columns = new ReadOnlySpan<byte>(start + VectorSegmentHeader.Length, (int)(header.RowsOffset - VectorSegmentHeader.Length));
            if (Checksum.Of(columns) != header.ColumnsChecksum)
            {
                throw new IndexCorruptException(name, "has ids or scales that do not match their checksum");
            }

            return new VectorSegment(path, file, view, start, header);
        }
        catch
        {
            if (start != null)
            {
                view!.SafeMemoryMappedViewHandle.ReleasePointer();
            }

            view?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Compares the rows with their checksum: reads the whole file.</summary>
    internal bool RowsAreIntact()
    {
        var checksum = Checksum.Initial;
        for (var row = 0; row < Rows; row += 1024)
        {
            checksum = Checksum.Append(checksum, MemoryMarshal.AsBytes(Row(row, Math.Min(1024, Rows - row))));
        }

        return Checksum.Finish(checksum) == _header.RowsChecksum;
    }

    internal VectorSegment Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _sketch?.Dispose();
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
