using System.Runtime.ExceptionServices;

namespace Winnow.Sources.Decoding;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
/// <param name="inner">Disposed with this stream.</param>
internal sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    private byte[] _head = [];
    private int _length;
    private int _taken;
    // Damage is reported only when reading comes to it, so that what stands before it is read.
    private ExceptionDispatchInfo? _damage;

    /// <summary>The next bytes, fewer than <paramref name="count"/> only at the end of the stream. Nothing may have been read yet.</summary>
    internal ReadOnlySpan<byte> Peek(int count)
    {
        if (_head.Length < count)
        {
            Array.Resize(ref _head, count);
            Fill();
        }

        return _head.AsSpan(0, Math.Min(count, _length));
    }

    /// <summary>Leaves out the first bytes of what was peeked at.</summary>
    internal void Skip(int count) => _taken = count;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _length)
        {
            _damage?.Throw();
            return inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _length - _taken);
        _head.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    private void Fill()
    {
        try
        {
            while (_length < _head.Length && _damage is null && inner.Read(_head.AsSpan(_length)) is > 0 and var count)
                _length += count;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            _damage = ExceptionDispatchInfo.Capture(damage);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }
}
