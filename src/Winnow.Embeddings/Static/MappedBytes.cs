using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Winnow.Embeddings.Static;

/// <summary>A file's bytes where the system has mapped them. Spans are valid until <see cref="Dispose"/>, which their users must not outlive.</summary>
internal sealed class MappedBytes : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly nint _address;

    public MappedBytes(string path)
    {
        Length = new FileInfo(path).Length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _address = _view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)_view.PointerOffset;
    }

    public long Length { get; }

    /// <summary>Bounds are checked against the file once a call; the mapping itself is never copied.</summary>
    public ReadOnlySpan<T> Span<T>(long offset, int count)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_view.SafeMemoryMappedViewHandle.IsClosed, this);
        if (offset < 0 || count < 0 || offset + ((long)count * Unsafe.SizeOf<T>()) > Length)
            throw new InvalidDataException($"{count} values at byte {offset} reach beyond the file's {Length} bytes.");
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), _address + (nint)offset), count);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
