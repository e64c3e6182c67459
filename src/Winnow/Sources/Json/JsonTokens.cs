using System.Buffers;
using System.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources.Json;

/// <summary>
/// Passes the values of a JSON input by its strings and brackets, keeping the bytes of the one that may be a record. Every step says whether the input went on
/// long enough for it.
/// </summary>
internal sealed class JsonTokens(InputBuffer buffer)
{
    private const string CutOff = "The file ends in the middle of this record.";
    private const int ExcerptBytes = 1024;

    // U+001E separates records in RFC 7464 sequences.
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\n,:\x1E"u8);
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> ScalarStops = SearchValues.Create(",]} \t\r\n"u8);

    private byte[] _excerpt = [];
    private bool _isTooLarge;

    /// <summary>Whether the input ended within a record.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>Whether the present record was broken off at the end of a line; see <see cref="PassString"/>.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>The line of the first kept byte.</summary>
    internal long Line => buffer.Line;

    /// <summary>Passes the next byte.</summary>
    internal void Pass() => buffer.Pass(1);

    /// <summary>Passes white space, separators and stray characters between values.</summary>
    internal bool SkipTo(out byte next)
    {
        next = 0;
        while (buffer.HasNext())
        {
            var ahead = buffer.Ahead;
            var skip = ahead.IndexOfAnyExcept(Separators);
            buffer.Pass(skip < 0 ? ahead.Length : skip);
            buffer.Forget();
            if (skip < 0)
                continue;

            next = buffer.Ahead[0];
            return true;
        }

        return false;
    }

    internal void Start()
    {
        buffer.Forget();
        (_isTooLarge, IsBroken, _excerpt) = (false, false, []);
    }

    internal RawPiece Finish(bool isComplete)
    {
        var line = buffer.Line;
        RawPiece piece;
        if (_isTooLarge)
            piece = new RawPiece(_excerpt, line, RecordLimits.TooLarge);
        else if (isComplete)
            piece = new RawPiece(buffer.Kept.ToArray(), line);
        else
            (IsCutOff, piece) = (true, new RawPiece(buffer.Kept[..Math.Min(buffer.Kept.Length, ExcerptBytes)].ToArray(), line, CutOff));

        buffer.Forget();
        return piece;
    }

    internal bool SkipSeparators(out byte next)
    {
        next = 0;
        while (buffer.HasNext())
        {
            var skip = buffer.Ahead.IndexOfAnyExcept(Separators);
            if (skip >= 0)
            {
                next = buffer.Ahead[skip];
                buffer.Pass(skip);
                return true;
            }

            buffer.Pass(buffer.Ahead.Length);
        }

        return false;
    }

    internal bool PassName(out string name)
    {
        var start = buffer.Kept.Length;
        var isWhole = PassString(keep: true);
        // Without kept bytes a name was too large to be one that matters.
        name = isWhole && buffer.Kept.Length > start + 1 ? Encoding.UTF8.GetString(buffer.Kept[(start + 1)..^1]) : "";
        return isWhole;
    }

    internal bool PassValue(bool keep)
    {
        switch (buffer.Ahead[0])
        {
            case (byte)'"':
                return PassString(keep);
            case (byte)'{' or (byte)'[':
                buffer.Pass(1);
                return PassNested(1, keep);
            default:
                return PassScalar(keep);
        }
    }

    internal bool PassNested(int depth, bool keep)
    {
        while (true)
        {
            var stop = buffer.Ahead.IndexOfAny(Structure);
            if (stop < 0)
            {
                if (!PassAhead(keep))
                    return false;

                continue;
            }

            var found = buffer.Ahead[stop];
            buffer.Pass(stop);
            if (found == (byte)'"')
            {
                if (!PassString(keep))
                    return false;

                if (IsBroken)
                    return true;

                continue;
            }

            buffer.Pass(1);
            depth += found is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth == 0)
                return true;
        }
    }

    /// <summary>
    /// Passes a string. One that runs over the end of its line is broken JSON: it ends there, and if the line looks like the end of a record, so does the
    /// record, so that the damage stays within it.
    /// </summary>
    private bool PassString(bool keep)
    {
        buffer.Pass(1);
        while (true)
        {
            var stop = buffer.Ahead.IndexOfAny(StringStops);
            if (stop < 0)
            {
                if (!PassAhead(keep))
                    return false;

                continue;
            }

            var found = buffer.Ahead[stop];
            buffer.Pass(stop + 1);
            if (found == (byte)'\n')
                IsBroken = buffer.Kept.TrimEnd(", \t\r\n"u8) is [.., (byte)'}'];

            if (found != (byte)'\\')
                return true;

            if (!buffer.HasNext())
                return false;

            buffer.Pass(1);
        }
    }

    private bool PassScalar(bool keep)
    {
        while (true)
        {
            var stop = buffer.Ahead.IndexOfAny(ScalarStops);
            if (stop >= 0)
            {
                buffer.Pass(stop);
                return true;
            }

            if (!PassAhead(keep))
                return true;
        }
    }

    /// <summary>Passes all that was read and reads more; what is too large, or not kept, is let go.</summary>
    private bool PassAhead(bool keep)
    {
        buffer.Pass(buffer.Ahead.Length);
        if (buffer.Kept.Length > RecordLimits.MaxBytes && !_isTooLarge)
        {
            _excerpt = buffer.Kept[..ExcerptBytes].ToArray();
            _isTooLarge = true;
        }

        if (_isTooLarge || !keep)
            buffer.Forget();

        return buffer.More();
    }
}
