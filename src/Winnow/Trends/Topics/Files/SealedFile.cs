using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Winnow.Trends.Topics.Files;

/// <summary>
/// One file of the topics: eight bytes of magic with the kind, four of version, thirty-two of SHA-256 of the rest, then the content, compressed (Brotli). All
/// numbers are little-endian.
/// </summary>
internal static class SealedFile
{
    /// <summary>Raised when what is counted changes, also by another reading of phrases: older files are then counted again.</summary>
    internal const int Version = 2;

    private const int Head = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    /// <summary>Nothing that Winnow writes comes near; a damaged length must not take the memory.</summary>
    private const int LargestContent = 1 << 28;

    /// <summary>Writes under another name, brings the bytes to the disk and renames, so that a reader sees all of it or none.</summary>
    internal static void Write(string path, string kind, Action<BinaryWriter> content)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            content(writer);
        }

        // Compressed at once: handed over byte by byte, the same compression takes ten times as long.
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        }

        Span<byte> head = stackalloc byte[Head];
        Magic(kind, head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Version);
        SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), head[12..]);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(head);
            file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <exception cref="TopicsDamagedException">The file is not what <see cref="Write"/> wrote.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    internal static T Read<T>(string path, string kind, Func<BinaryReader, T> content)
    {
        var name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        Span<byte> magic = stackalloc byte[8];
        Magic(kind, magic);
        if (bytes.Length < Head || !bytes.AsSpan(0, 8).SequenceEqual(magic))
        {
            throw new TopicsDamagedException(name, $"does not begin as a file of {kind} does");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) is var version && version != Version)
        {
            throw new TopicsDamagedException(name, FormattableString.Invariant($"has version {version}, and this Winnow reads {Version}"));
        }

        if (!SHA256.HashData(bytes.AsSpan(Head)).AsSpan().SequenceEqual(bytes.AsSpan(12, SHA256.HashSizeInBytes)))
        {
            throw new TopicsDamagedException(name, "is damaged or cut off");
        }

        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes, Head, bytes.Length - Head), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            brotli.CopyTo(plain);
            if (plain.Length > LargestContent)
            {
                throw new InvalidDataException("It is larger than any that Winnow writes.");
            }

            plain.Position = 0;
            using var reader = new BinaryReader(plain);
            return content(reader);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new TopicsDamagedException(name, "cannot be read", unreadable);
        }
    }

    private static void Magic(string kind, Span<byte> bytes)
    {
        bytes[..8].Fill((byte)' ');
        System.Text.Encoding.ASCII.GetBytes("WT" + kind, bytes);
    }
}
