using System.Globalization;
using System.Text;

namespace Winnow.Sources.Decoding;

/// <summary>
/// An input as the formats want it: decompressed however often it was gzipped, in UTF-8 whatever its encoding, without a byte order mark. Memory does not
/// grow with the input.
/// </summary>
public sealed class DecodedStream : ReadOnlyStream
{
    private const int DeepestGzip = 3;

    private readonly PeekStream _content;
    private readonly Utf8RepairStream? _repair;
    private readonly Encoding? _encoding;
    private readonly byte[] _head;

    private DecodedStream(PeekStream content, Utf8RepairStream? repair, Encoding? encoding)
    {
        _content = content;
        _repair = repair;
        _encoding = encoding;
        _head = content.Peek(RecordFormats.HeadLength).ToArray();
    }

    /// <summary>The first bytes, at most <see cref="RecordFormats.HeadLength"/>, for sniffing. They are still read by <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>One sentence on what was done to the encoding, or null for clean UTF-8. Complete once everything is read.</summary>
    public string? Note => this switch
    {
        { _encoding: { } encoding } => $"The text is in {encoding.WebName} and was read as such.",
        { _repair.Repairs: > 0 and var count } => string.Create(
            CultureInfo.InvariantCulture,
            $"The text is not all UTF-8: {count:N0} {(count == 1 ? "byte was" : "bytes were")} read as Windows-1252."),
        _ => null,
    };

    /// <summary>Opens <paramref name="source"/>, which is disposed with the result, and reads its beginning.</summary>
    /// <exception cref="InvalidDataException">Its beginning cannot be decompressed or decoded; <see cref="Read"/> throws the same for what follows.</exception>
    public static DecodedStream Open(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bytes = new PeekStream(source);
        GunzipStream? outer = null;
        for (var depth = 0; IsGzip(bytes.Peek(3)); depth++)
        {
            if (depth == DeepestGzip)
                throw new InvalidDataException($"The file is gzip inside gzip, more than {DeepestGzip} times over.");

            outer = new GunzipStream(bytes, outer);
            bytes = new PeekStream(outer);
        }

        var (encoding, mark) = InputEncoding.Detect(bytes.Peek(RecordFormats.HeadLength));
        bytes.Skip(mark);
        if (encoding is not null)
            return new DecodedStream(new PeekStream(Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false))), null, encoding);

        var repair = new Utf8RepairStream(bytes);
        return new DecodedStream(new PeekStream(repair), repair, null);
    }

    public override int Read(Span<byte> buffer) => _content.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();

        base.Dispose(disposing);
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 0x08, ..];
}
