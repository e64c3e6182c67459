using Winnow.Sources.Decoding;

namespace Winnow.Sources.Importing;

/// <summary>Counts the bytes that pass, for the progress of an import.</summary>
/// <param name="inner">Disposed with this stream.</param>
internal sealed class CountedStream(Stream inner) : ReadOnlyStream
{
    internal long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Count += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
