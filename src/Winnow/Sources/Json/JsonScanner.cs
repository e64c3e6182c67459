using System.Buffers;
using System.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources.Json;

/// <summary>Walks the outer structure of one JSON input for <see cref="JsonRecords"/>.</summary>
internal sealed class JsonScanner(InputBuffer buffer, IReadOnlyList<string> lists, IReadOnlyList<string> maps)
{
    private const string CutOff = "The file ends in the middle of this record.";
    private const int ExcerptBytes = 1024;
    private const int DeepestEnclosure = 4;

    // U+001E separates records in RFC 7464 sequences.
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\n,:\x1E"u8);
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> ScalarStops = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>What encloses the records at the present place, innermost last.</summary>
    private readonly Stack<Enclosure> _enclosures = new();
    private byte[] _excerpt = [];
    private bool _isTooLarge;
    private bool _isCutOff;
    private bool _isBroken;

    private enum Enclosure
    {
        /// <summary>An object of which some member holds the records.</summary>
        Wrapper,

        /// <summary>An object whose values are the records.</summary>
        Map,
        List,
    }

    internal IEnumerable<RawPiece> Records()
    {
        while (SkipTo(out var next))
        {
            var enclosure = _enclosures.TryPeek(out var top) ? top : (Enclosure?)null;
            if (next is (byte)']' or (byte)'}')
            {
                buffer.Pass(1);
                _enclosures.TryPop(out _);
            }
            else if (enclosure is null && next == (byte)'[')
            {
                buffer.Pass(1);
                _enclosures.Push(Enclosure.List);
            }
            else if (enclosure is Enclosure.Wrapper or Enclosure.Map && next == (byte)'"')
            {
                if (!PassMember(enclosure == Enclosure.Map, out var piece))
                    yield return piece;
                else if (piece.Bytes.Length > 0 || piece.Problem is not null)
                    yield return piece;
            }
            else if (enclosure is null && next == (byte)'{')
            {
                if (PassRecordOrOpen() is { } piece)
                    yield return piece;
            }
            else
            {
                yield return Value();
            }
        }

        if (_enclosures.Count > 0 && !_isCutOff)
            yield return new RawPiece(default, buffer.Line, "The file ends before its list of records does.");
    }

    /// <summary>Passes white space, separators and stray characters between values.</summary>
    private bool SkipTo(out byte next)
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

    /// <summary>Passes one value and gives it as a record.</summary>
    private RawPiece Value()
    {
        Start();
        return Finish(PassValue(keep: true));
    }

    private void Start()
    {
        buffer.Forget();
        (_isTooLarge, _isBroken, _excerpt) = (false, false, []);
    }

    private RawPiece Finish(bool isComplete)
    {
        var line = buffer.Line;
        RawPiece piece;
        if (_isTooLarge)
            piece = new RawPiece(_excerpt, line, RecordLimits.TooLarge);
        else if (isComplete)
            piece = new RawPiece(buffer.Kept.ToArray(), line);
        else
            (_isCutOff, piece) = (true, new RawPiece(buffer.Kept[..Math.Min(buffer.Kept.Length, ExcerptBytes)].ToArray(), line, CutOff));

        buffer.Forget();
        return piece;
    }

    /// <summary>
    /// Passes an outermost object. When a member of it holds the records, opens that member and gives null; else the object is itself a record.
    /// </summary>
    private RawPiece? PassRecordOrOpen()
    {
        Start();
        buffer.Pass(1);
        while (SkipSeparators(out var next))
        {
            if (next == (byte)'}')
            {
                buffer.Pass(1);
                return Finish(isComplete: true);
            }

            if (next != (byte)'"')
            {
                // Not an object after all, or a broken one: its brackets still say where it ends.
                return Finish(PassNested(depth: 1, keep: true));
            }

            if (!PassName(out var name) || !SkipSeparators(out next))
                break;

            if (Opens(name, next) is { } enclosure)
            {
                _enclosures.Push(Enclosure.Wrapper);
                if (enclosure == Enclosure.Wrapper)
                    return PassRecordOrOpen();

                buffer.Pass(1);
                _enclosures.Push(enclosure);
                return null;
            }

            if (!PassValue(keep: true))
                break;

            if (_isBroken)
                return Finish(isComplete: true);
        }

        return Finish(isComplete: false);
    }

    /// <summary>Passes a member of a wrapper or of a map of records.</summary>
    /// <returns>False when the input ends within it.</returns>
    private bool PassMember(bool isMap, out RawPiece piece)
    {
        piece = default;
        Start();
        if (!PassName(out var name) || !SkipSeparators(out var next))
        {
            piece = Finish(isComplete: false);
            return false;
        }

        if (isMap)
        {
            piece = Value();
            return true;
        }

        if (Opens(name, next) is { } enclosure and not Enclosure.Wrapper)
        {
            buffer.Pass(1);
            _enclosures.Push(enclosure);
            return true;
        }

        if (PassValue(keep: false))
            return true;

        piece = Finish(isComplete: false);
        return false;
    }

    private Enclosure? Opens(string name, byte next) => next switch
    {
        _ when _enclosures.Count == DeepestEnclosure => null,
        (byte)'[' when lists.Contains(name) => Enclosure.List,
        (byte)'{' when maps.Contains(name) => Enclosure.Map,
        (byte)'{' when lists.Contains(name) => Enclosure.Wrapper,
        _ => null,
    };

    private bool SkipSeparators(out byte next)
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

    private bool PassName(out string name)
    {
        var start = buffer.Kept.Length;
        var isWhole = PassString(keep: true);
        // Without kept bytes a name was too large to be one that matters.
        name = isWhole && buffer.Kept.Length > start + 1 ? Encoding.UTF8.GetString(buffer.Kept[(start + 1)..^1]) : "";
        return isWhole;
    }

    private bool PassValue(bool keep)
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

    private bool PassNested(int depth, bool keep)
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

                if (_isBroken)
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
                _isBroken = buffer.Kept.TrimEnd(", \t\r\n"u8) is [.., (byte)'}'];

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
