using System.Buffers.Binary;

namespace Winnow.Index.Segments;

/// <summary>A small file that ends with the CRC-32C of what stands before.</summary>
internal static class ChecksummedFile
{
    /// <summary>Writes the file under another name, brings it to the disk and renames it, so that a reader sees all of it or none.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            Span<byte> checksum = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(checksum, Crc32C.Compute(content));
            stream.Write(checksum);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <returns>The content without the checksum.</returns>
    /// <exception cref="IndexCorruptException">The checksum does not fit.</exception>
    internal static byte[] Read(string path)
    {
        byte[] bytes;
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }

        if (bytes.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(^4..)) != Crc32C.Compute(bytes.AsSpan(..^4)))
        {
            throw new IndexCorruptException(Path.GetFileName(path), "is damaged or cut off");
        }

        return bytes[..^4];
    }
}
