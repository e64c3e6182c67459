using System.IO.Compression;

namespace Winnow.Sources.Decoding;

/// <summary>Decompresses gzip and refuses what a healthy file never is: cut off, damaged, or more than <see cref="MaxRatio"/> times larger than it looks.</summary>
internal sealed class GunzipStream : ReadOnlyStream
{
    /// <summary>Metadata compresses 3 to 30 times; a gzip bomb, about 1,000 times.</summary>
    internal const int MaxRatio = 200;

    /// <summary>Up to this size the ratio does not matter: the first megabytes of a small file may well be repetitive.</summary>
    internal const long FreeBytes = 16L * 1024 * 1024;

    private readonly CompressedInput _input;
    private readonly CompressedInput _file;
    private readonly GZipStream _gzip;
    private long _count;
    private bool _ended;

    /// <param name="source">The compressed bytes; disposed with this stream.</param>
    /// <param name="outer">For gzip inside gzip, the outer layer: the ratio is that of the file on disk.</param>
    internal GunzipStream(Stream source, GunzipStream? outer = null)
    {
        _input = new CompressedInput(source);
        _file = outer?._file ?? _input;
        _gzip = new GZipStream(_input, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The file is cut off, damaged or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _ended)
            return 0;

        int count;
        try
        {
            count = _gzip.Read(buffer);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException("The gzip data is damaged; what stood before the damage was read.", damage);
        }

        _count += count;
        if (_count > FreeBytes && _count / MaxRatio > _file.Count)
            throw new InvalidDataException($"The gzip data grows to more than {MaxRatio} times its size, as only a gzip bomb does; reading stopped.");

        if (count == 0)
        {
            _ended = true;
            if (!_input.Accounts(_count))
                throw new InvalidDataException("The gzip data ends too early: the file was cut off; what stood before the end was read.");
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();

        base.Dispose(disposing);
    }
}
