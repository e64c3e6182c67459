using System.Runtime.InteropServices;

namespace Winnow.Index.Vectors;

/// <summary>Writes one segment: columns are buffered, rows go to the file as they come. Durable when <see cref="Complete"/> returns.</summary>
internal sealed class VectorSegmentFile : IDisposable
{
    private readonly FileStream _rowsFile;
    private readonly string _path;
    private readonly int _dimensions;
    private readonly List<long> _ids = [];
    private readonly List<uint> _contents = [];
    private readonly List<float> _scales = [];
    private readonly List<long> _removed = [];
    private uint _rowsChecksum = Checksum.Initial;

    internal VectorSegmentFile(string path, int dimensions)
    {
        (_path, _dimensions) = (path, dimensions);
        _rowsFile = new FileStream(path + ".rows", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    internal void Add(long id, uint content, float scale, ReadOnlySpan<sbyte> row)
    {
        _ids.Add(id);
        _contents.Add(content);
        _scales.Add(scale);
        var bytes = MemoryMarshal.AsBytes(row);
        _rowsFile.Write(bytes);
        _rowsChecksum = Checksum.Append(_rowsChecksum, bytes);
    }

    internal void Remove(long id) => _removed.Add(id);

    internal void Complete()
    {
        var header = new VectorSegmentHeader(_dimensions, _ids.Count, _removed.Count, 0, Checksum.Finish(_rowsChecksum));
        var bytes = new byte[header.RowsOffset];
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_ids)).CopyTo(bytes.AsSpan(VectorSegmentHeader.Length));
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_contents)).CopyTo(bytes.AsSpan((int)header.ContentsOffset));
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_scales)).CopyTo(bytes.AsSpan((int)header.ScalesOffset));
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_removed)).CopyTo(bytes.AsSpan((int)header.RemovedOffset));
        header = header with { ColumnsChecksum = Checksum.Of(bytes.AsSpan(VectorSegmentHeader.Length)) };
        header.Write(bytes);

        using var file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        _rowsFile.Position = 0;
        _rowsFile.CopyTo(file);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => _rowsFile.Dispose();
}
