using System.Buffers.Binary;
using System.Text;

namespace Winnow.Embeddings.Static;

/// <summary>The first 96 bytes of a model's file, and where its parts lie; the bytes are described in README.md.</summary>
internal sealed record StaticModelHeader(int Dimensions, int Pieces, int Pairs, int TextBytes, float Saturation, float TitleShare, string Name, string Version)
{
    public const int Size = 128;
    public const int ChecksumAt = 96;
    public const int ChecksumSize = 32;

    private const int FormatVersion = 1;
    private const int MostDimensions = 4096;
    private const int MostTokens = 4_000_000;
    private const int NameAt = 48;
    private const int NameSize = 32;
    private const int VersionAt = 80;
    private const int VersionSize = 16;

    private static ReadOnlySpan<byte> Magic => "WNWSTAT\0"u8;

    public int Tokens => Pieces + Pairs;
    public long TextsAt => Size + (4L * (Pieces + 1));
    public long PairsAt => (TextsAt + TextBytes + 3) / 4 * 4;
    public long ScalesAt => PairsAt + (8L * Pairs);
    public long WeightsAt => ScalesAt + (4L * Tokens);
    public long RowsAt => (WeightsAt + (4L * Tokens) + 63) / 64 * 64;
    public long FileLength => RowsAt + ((long)Tokens * Dimensions);

    /// <exception cref="InvalidDataException">With what is wrong, as the end of a sentence that begins with the file.</exception>
    public static StaticModelHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes[..8].SequenceEqual(Magic)) throw new InvalidDataException("is no static model: its first bytes are not WNWSTAT.");
        if (Number(bytes, 12) > FormatVersion)
            throw new InvalidDataException($"needs a newer Winnow: it has format {Number(bytes, 8)}, and this one reads {FormatVersion}.");
        var header = new StaticModelHeader(
            Number(bytes, 16), Number(bytes, 20), Number(bytes, 24), Number(bytes, 28), BinaryPrimitives.ReadSingleLittleEndian(bytes[32..]),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[36..]), Text(bytes.Slice(NameAt, NameSize)), Text(bytes.Slice(VersionAt, VersionSize)));
        var sound = header.Dimensions is > 0 and <= MostDimensions && header.Dimensions % 8 == 0 && header.Pieces is > 0 and <= MostTokens
            && header.Pairs is >= 0 and <= MostTokens && header.TextBytes >= 0 && header.Saturation is > 0 and <= 1 && header.TitleShare is >= 0 and <= 10;
        return sound ? header : throw new InvalidDataException("is damaged: its header has impossible sizes.");
    }

    public void Write(Span<byte> bytes)
    {
        bytes[..Size].Clear();
        Magic.CopyTo(bytes);
        int[] numbers = [FormatVersion, FormatVersion, Dimensions, Pieces, Pairs, TextBytes];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes[(8 + (4 * i))..], numbers[i]);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[32..], Saturation);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[36..], TitleShare);
        Encoding.UTF8.GetBytes(Name, bytes.Slice(NameAt, NameSize));
        Encoding.UTF8.GetBytes(Version, bytes.Slice(VersionAt, VersionSize));
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static string Text(ReadOnlySpan<byte> padded) => Encoding.UTF8.GetString(padded.TrimEnd((byte)0));
}
