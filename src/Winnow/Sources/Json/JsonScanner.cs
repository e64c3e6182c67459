using Winnow.Sources.Reading;

namespace Winnow.Sources.Json;

/// <summary>Walks the outer structure of one JSON input for <see cref="JsonRecords"/>.</summary>
internal sealed class JsonScanner(InputBuffer buffer, IReadOnlyList<string> lists, IReadOnlyList<string> maps)
{
    private const int DeepestEnclosure = 4;

    /// <summary>What encloses the records at the present place, innermost last.</summary>
    private readonly Stack<Enclosure> _enclosures = new();
    private readonly JsonTokens _tokens = new(buffer);

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
        while (_tokens.SkipTo(out var next))
        {
            var enclosure = _enclosures.TryPeek(out var top) ? top : (Enclosure?)null;
            if (next is (byte)']' or (byte)'}')
            {
                _tokens.Pass();
                _enclosures.TryPop(out _);
            }
            else if (enclosure is null && next == (byte)'[')
            {
                _tokens.Pass();
                _enclosures.Push(Enclosure.List);
            }
            else if (enclosure is Enclosure.Wrapper or Enclosure.Map && next == (byte)'"')
            {
                if (PassMember(enclosure == Enclosure.Map) is { } piece)
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

        if (_enclosures.Count > 0 && !_tokens.IsCutOff)
            yield return new RawPiece(default, _tokens.Line, "The file ends before its list of records does.");
    }

    /// <summary>Passes one value and gives it as a record.</summary>
    private RawPiece Value()
    {
        _tokens.Start();
        return _tokens.Finish(_tokens.PassValue(keep: true));
    }

    /// <summary>
    /// Passes an outermost object. When a member of it holds the records, opens that member and gives null; else the object is itself a record.
    /// </summary>
    private RawPiece? PassRecordOrOpen()
    {
        _tokens.Start();
        _tokens.Pass();
        while (_tokens.SkipSeparators(out var next))
        {
            if (next == (byte)'}')
            {
                _tokens.Pass();
                return _tokens.Finish(isComplete: true);
            }

            if (next != (byte)'"')
            {
                // Not an object after all, or a broken one: its brackets still say where it ends.
                return _tokens.Finish(_tokens.PassNested(depth: 1, keep: true));
            }

            if (!_tokens.PassName(out var name) || !_tokens.SkipSeparators(out next))
                break;

            if (Opens(name, next) is { } enclosure)
            {
                _enclosures.Push(Enclosure.Wrapper);
                if (enclosure == Enclosure.Wrapper)
                    return PassRecordOrOpen();

                _tokens.Pass();
                _enclosures.Push(enclosure);
                return null;
            }

            if (!_tokens.PassValue(keep: true))
                break;

            if (_tokens.IsBroken)
                return _tokens.Finish(isComplete: true);
        }

        return _tokens.Finish(isComplete: false);
    }

    /// <summary>Passes a member of a wrapper or of a map of records, and gives its value if that is a record, or breaks off within it.</summary>
    private RawPiece? PassMember(bool isMap)
    {
        _tokens.Start();
        if (!_tokens.PassName(out var name) || !_tokens.SkipSeparators(out var next))
            return _tokens.Finish(isComplete: false);

        if (isMap)
            return Value();

        if (Opens(name, next) is { } enclosure and not Enclosure.Wrapper)
        {
            _tokens.Pass();
            _enclosures.Push(enclosure);
            return null;
        }

        return _tokens.PassValue(keep: false) ? null : _tokens.Finish(isComplete: false);
    }

    private Enclosure? Opens(string name, byte next) => next switch
    {
        _ when _enclosures.Count == DeepestEnclosure => null,
        (byte)'[' when lists.Contains(name) => Enclosure.List,
        (byte)'{' when maps.Contains(name) => Enclosure.Map,
        (byte)'{' when lists.Contains(name) => Enclosure.Wrapper,
        _ => null,
    };
}
