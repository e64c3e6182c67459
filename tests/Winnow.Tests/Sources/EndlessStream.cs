using Winnow.Sources.Decoding;

namespace Winnow.Tests.Sources;

/// <summary>A beginning, then one byte over and over up to a length, then an end: a large input that takes no memory.</summary>
internal sealed class EndlessStream(byte[] head, byte filling, long length, byte[] tail) : ReadOnlyStream
{
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        var part = _at < head.Length ? head.AsSpan((int)_at) : _at >= head.Length + length ? tail.AsSpan((int)(_at - head.Length - length)) : default;
        var isFilling = _at >= head.Length && _at < head.Length + length;
        var taken = (int)Math.Min(buffer.Length, isFilling ? head.Length + length - _at : part.Length);
        if (isFilling)
            buffer[..taken].Fill(filling);
        else
            part[..taken].CopyTo(buffer);

        _at += taken;
        return taken;
    }
}
