using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Winnow.Sources.Decoding;

/// <summary>
/// Passes UTF-8 through and rewrites bytes that are none as the Windows-1252 characters that they most likely are, one by one, so that files of mixed
/// encoding come out whole.
/// </summary>
/// <param name="inner">Disposed with this stream.</param>
internal sealed class Utf8RepairStream(Stream inner) : ReadOnlyStream
{
    private const int ChunkLength = 64 * 1024;
    private const int LongestSequence = 4;

    // What the bytes 80 to 9F are in Windows-1252; those that it leaves undefined become U+FFFD.
    private const string HighControls = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly ArrayBufferWriter<byte> _repaired = new();
    private ReadOnlyMemory<byte> _ready;
    private int _whole;
    private int _pending;
    private bool _ended;

    /// <summary>How many bytes were no UTF-8 so far.</summary>
    internal long Repairs { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;

        while (_ready.IsEmpty)
        {
            if (_ended)
                return 0;

            ReadChunk();
        }

        var count = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }

    private void ReadChunk()
    {
        _chunk.AsSpan(_whole, _pending).CopyTo(_chunk);
        var read = inner.Read(_chunk.AsSpan(_pending));
        _ended = read == 0;
        var length = _pending + read;
        _whole = _ended ? length : length - IncompleteTail(_chunk.AsSpan(0, length));
        _pending = length - _whole;
        _ready = Utf8.IsValid(_chunk.AsSpan(0, _whole)) ? _chunk.AsMemory(0, _whole) : Repair(_chunk.AsSpan(0, _whole));
    }

    /// <summary>How many last bytes begin a character whose rest is still to come.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestSequence && back <= bytes.Length; back++)
        {
            var first = bytes[^back];
            if (first < 0x80)
                return 0;

            if (first >= 0xC0)
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData ? back : 0;
        }

        return 0;
    }

    private ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> bytes)
    {
        _repaired.ResetWrittenCount();
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) == OperationStatus.Done)
            {
                _repaired.Write(bytes[..consumed]);
            }
            else
            {
                consumed = 1;
                Repairs++;
                var character = bytes[0] is >= 0x80 and < 0xA0 ? HighControls[bytes[0] - 0x80] : (char)bytes[0];
                _repaired.Advance(Encoding.UTF8.GetBytes([character], _repaired.GetSpan(LongestSequence)));
            }

            bytes = bytes[consumed..];
        }

        return _repaired.WrittenMemory;
    }
}
