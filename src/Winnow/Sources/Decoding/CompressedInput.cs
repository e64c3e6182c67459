using System.Buffers.Binary;

namespace Winnow.Sources.Decoding;

/// <summary>
/// The compressed side of a gzip file: counts what is read and remembers the lengths that the members' trailers state, because the framework's decompressor
/// takes a file that was cut off for one that ended.
/// </summary>
/// <remarks>
/// RFC 1952: a member starts with 1F 8B 08, flags of which the upper three are zero, four bytes of time, extra flags (0, 2 or 4), and the system (0 to 13, or
/// 255); it ends with CRC-32 and the length of its content modulo 2^32, little-endian. Compressed bytes look like a header by chance once in 10^11.
/// </remarks>
/// <param name="inner">Disposed with this stream.</param>
internal sealed class CompressedInput(Stream inner) : ReadOnlyStream
{
    private const int Trailer = sizeof(uint);
    private const int Header = 10;
    private const int Overlap = Trailer + Header;

    // The last bytes read, so that trailers and headers that lie across two reads are seen.
    private readonly byte[] _tail = new byte[Overlap];
    private uint _statedLengths;

    internal long Count { get; private set; }

    /// <summary>Whether members that end here would hold that many bytes.</summary>
    internal bool Accounts(long decompressed) =>
        Count >= Overlap && _statedLengths + BinaryPrimitives.ReadUInt32LittleEndian(_tail.AsSpan(Overlap - Trailer)) == (uint)decompressed;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (count > 0)
            Watch(buffer[..count]);

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> read)
    {
        Span<byte> seam = stackalloc byte[2 * Overlap];
        var known = (int)Math.Min(Count, Overlap);
        _tail.AsSpan(Overlap - known).CopyTo(seam);
        var added = Math.Min(read.Length, Overlap - 1);
        read[..added].CopyTo(seam[known..]);
        // A member that begins wholly inside the tail was counted with the read before.
        AddMembers(seam[..(known + added)], from: Math.Max(Trailer, known - Header + 1));
        if (added < read.Length)
            AddMembers(read, from: Trailer);

        Count += read.Length;
        var keep = Math.Min(read.Length, Overlap);
        _tail.AsSpan(keep).CopyTo(_tail);
        read[^keep..].CopyTo(_tail.AsSpan(Overlap - keep));
    }

    /// <summary>Adds the stated length before each further member whose first byte is at <paramref name="from"/> or after.</summary>
    private void AddMembers(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
            if (next < 0)
                return;

            at += next;
            if (IsHeader(bytes[at..]))
                _statedLengths += BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at - Trailer)..]);
        }
    }

    private static bool IsHeader(ReadOnlySpan<byte> bytes) => bytes is [_, _, _, < 0x20, _, _, _, _, 0 or 2 or 4, <= 13 or 255, ..];
}
