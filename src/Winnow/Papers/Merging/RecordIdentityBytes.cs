using System.Buffers.Binary;

namespace Winnow.Papers.Merging;

/// <summary>
/// The stored form of a <see cref="RecordIdentity"/>, little endian: version (1), flags (bit 0 long title, bit 1 year follows), year (2, if any), then the
/// counts (2 each) of work keys, other keys, title keys and authors, then the keys (8 each) and the authors (4 each).
/// </summary>
public static class RecordIdentityBytes
{
    private const byte Version = 1;
    private const byte LongTitle = 1;
    private const byte HasYear = 2;

    public static byte[] Write(RecordIdentity identity)
    {
        var keys = identity.WorkKeys.Count + identity.OtherKeys.Count + identity.TitleKeys.Count;
        var bytes = new byte[10 + (identity.Year is null ? 0 : 2) + (8 * keys) + (4 * identity.Authors.Count)];
        bytes[0] = Version;
        bytes[1] = (byte)((identity.HasLongTitle ? LongTitle : 0) | (identity.Year is null ? 0 : HasYear));
        var at = bytes.AsSpan(2);
        if (identity.Year is { } year)
        {
            BinaryPrimitives.WriteInt16LittleEndian(at, (short)Math.Clamp(year, short.MinValue, short.MaxValue));
            at = at[2..];
        }

        IReadOnlyList<long>[] lists = [identity.WorkKeys, identity.OtherKeys, identity.TitleKeys];
        foreach (var count in lists.Select(list => list.Count).Append(identity.Authors.Count))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, checked((ushort)count));
            at = at[2..];
        }

        foreach (var key in lists.SelectMany(list => list))
        {
            BinaryPrimitives.WriteInt64LittleEndian(at, key);
            at = at[8..];
        }

        foreach (var author in identity.Authors)
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, author);
            at = at[4..];
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not an identity of this version.</exception>
    public static RecordIdentity Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10 || bytes[0] != Version)
        {
            throw new InvalidDataException("A record's identity in the library is damaged or of another version.");
        }

        var flags = bytes[1];
        var hasYear = (flags & HasYear) != 0;
        int? year = hasYear ? BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]) : null;
        var counts = bytes[(hasYear ? 4 : 2)..];
        var (work, other, titles, authors) = (Count(counts, 0), Count(counts, 1), Count(counts, 2), Count(counts, 3));
        var keys = counts[8..];
        if (keys.Length != (8 * (work + other + titles)) + (4 * authors))
        {
            throw new InvalidDataException("A record's identity in the library is cut short.");
        }

        return new RecordIdentity
        {
            WorkKeys = Keys(keys, work),
            OtherKeys = Keys(keys[(8 * work)..], other),
            TitleKeys = Keys(keys[(8 * (work + other))..], titles),
            Authors = Authors(keys[(8 * (work + other + titles))..], authors),
            Year = year,
            HasLongTitle = (flags & LongTitle) != 0,
        };
    }

    private static int Count(ReadOnlySpan<byte> counts, int index) => BinaryPrimitives.ReadUInt16LittleEndian(counts[(2 * index)..]);

    private static long[] Keys(ReadOnlySpan<byte> bytes, int count)
    {
        var keys = new long[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(8 * i)..]);
        }

        return keys;
    }

    private static int[] Authors(ReadOnlySpan<byte> bytes, int count)
    {
        var authors = new int[count];
        for (var i = 0; i < count; i++)
        {
            authors[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        }

        return authors;
    }
}
