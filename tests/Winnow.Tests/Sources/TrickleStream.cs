using Winnow.Sources.Decoding;

namespace Winnow.Tests.Sources;

/// <summary>Gives an input in pieces of at most <paramref name="size"/> bytes, as networks and pipes do.</summary>
internal sealed class TrickleStream(byte[] content, int size) : ReadOnlyStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(size, buffer.Length), content.Length - _at);
        content.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
