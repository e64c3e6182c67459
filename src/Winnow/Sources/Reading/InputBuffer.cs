using System.Runtime.ExceptionServices;

namespace Winnow.Sources.Reading;

/// <summary>A window on an input that moves forward: bytes before it are forgotten, and it grows only as far as its user keeps bytes in it.</summary>
internal sealed class InputBuffer
{
    private readonly Stream _content;
    private byte[] _data;
    private int _start;
    private int _at;
    private int _end;
    private bool _ended;
    // Damage met while looking ahead is reported only when reading comes to it, so that what stands before it is read.
    private ExceptionDispatchInfo? _damage;

    internal InputBuffer(Stream content)
    {
        _content = content;
        _data = new byte[RecordFormats.HeadLength];
    }

    /// <summary>A window on all of an input that is in memory.</summary>
    internal InputBuffer(byte[] content)
    {
        _content = Stream.Null;
        (_data, _end, _ended) = (content, content.Length, true);
    }

    /// <summary>The line of the first kept byte, counted from 1.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>What was read ahead and not yet passed.</summary>
    internal ReadOnlySpan<byte> Ahead => _data.AsSpan(_at, _end - _at);

    /// <summary>What was passed since <see cref="Forget"/>.</summary>
    internal ReadOnlySpan<byte> Kept => _data.AsSpan(_start, _at - _start);

    /// <summary>Reads further into the input; false at its end.</summary>
    internal bool More()
    {
        if (_ended)
            return false;

        _damage?.Throw();

        if (_start > 0)
        {
            _data.AsSpan(_start, _end - _start).CopyTo(_data);
            (_at, _end, _start) = (_at - _start, _end - _start, 0);
        }

        if (_end == _data.Length)
            Array.Resize(ref _data, _data.Length * 2);

        var read = _content.Read(_data, _end, _data.Length - _end);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }

    internal void Pass(int count) => _at += count;

    /// <summary>Makes sure that there is a next byte; false at the end of the input.</summary>
    internal bool HasNext() => _at < _end || More();

    /// <summary>Lets go of the kept bytes.</summary>
    internal void Forget()
    {
        Line += Kept.Count((byte)'\n');
        _start = _at;
    }

    /// <summary>Reads ahead until the window holds <paramref name="count"/> unpassed bytes or the input ends.</summary>
    internal ReadOnlySpan<byte> Peek(int count)
    {
        try
        {
            while (_end - _at < count && _damage is null && More())
            {
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            _damage = ExceptionDispatchInfo.Capture(damage);
        }

        return Ahead;
    }
}
