using System.Buffers.Binary;

namespace Winnow.Index.Segments;

/// <summary>Buffers bytes on their way to a stream, counting and checksumming them.</summary>
internal sealed class ByteSink(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;
    private uint _running = uint.MaxValue;

    /// <summary>Bytes since the last <see cref="Restart"/>.</summary>
    internal long Length { get; private set; }

    internal void Write(byte value)
    {
        if (_used == _buffer.Length)
        {
            Flush();
        }

        _buffer[_used++] = value;
        Length++;
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_used == _buffer.Length)
            {
                Flush();
            }

            var part = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes[..part].CopyTo(_buffer.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
        }
    }

    internal void Write(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    internal void Write(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Seven bits a byte, least significant first, the high bit set on all but the last.</summary>
    internal void WriteVarint(uint value)
    {
        while (value >= 0x80)
        {
            Write((byte)(value | 0x80));
            value >>= 7;
        }

        Write((byte)value);
    }

    internal void Flush()
    {
        _running = Crc32C.Append(_running, _buffer.AsSpan(0, _used));
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }

    /// <summary>Ends a region.</summary>
    /// <returns>Its length and checksum.</returns>
    internal (long Length, uint Checksum) Restart()
    {
        Flush();
        var ended = (Length, ~_running);
        (Length, _running) = (0, uint.MaxValue);
        return ended;
    }
}
