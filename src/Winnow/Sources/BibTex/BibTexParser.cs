using System.Text;

namespace Winnow.Sources.BibTex;

/// <summary>
/// Reads entries as BibTeX does (btxdoc.pdf, section 2; "Tame the BeaST", section 2), forgiving what is common in the wild: missing commas, fields without
/// value, undefined macros (which stand for their own name), keys with spaces.
/// </summary>
internal sealed class BibTexParser(string text)
{
    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    };

    private readonly Dictionary<string, string> _macros = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    // Whether the braces of the present entry do not balance, so that its lines have to say where values end.
    private bool _byLines;

    /// <summary>Macros defined in the text so far.</summary>
    internal IReadOnlyDictionary<string, string> Macros => _macros;

    /// <summary>Names of macros that were used without being known, months aside.</summary>
    internal HashSet<string> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what stands in the text, in order; <c>@string</c> defines macros for what follows, comments and preambles are passed over.</summary>
    internal IEnumerable<BibTexEntry> Entries()
    {
        while (true)
        {
            var at = _at < text.Length ? text.IndexOf('@', _at) : -1;
            if (at < 0)
                yield break;

            _at = at + 1;
            var type = Word().ToLowerInvariant();
            SkipSpace();
            if (type.Length == 0 || Peek() is not ('{' or '('))
                continue;

            var close = text[_at++] == '{' ? '}' : ')';
            switch (type)
            {
                case "comment" or "preamble":
                    _at--;
                    Braced();
                    break;
                case "string":
                    ReadMacros(close);
                    break;
                default:
                    yield return ReadEntry(type, close);
                    break;
            }
        }
    }

    private BibTexEntry ReadEntry(string type, char close)
    {
        SkipSpace();
        var start = _at;
        while (_at < text.Length && text[_at] is not (',' or '=' or '\n') && text[_at] != close)
            _at++;

        var key = text[start.._at].Trim();
        if (Peek() == '=')
        {
            // There is no key: that was the first field's name.
            (key, _at) = ("", start);
        }

        var fieldsStart = _at;
        var fields = ReadFields(close, out var isClosed);
        if (!isClosed)
        {
            (_at, _byLines) = (fieldsStart, true);
            fields = ReadFields(close, out _);
            _byLines = false;
        }

        return new BibTexEntry(type, key, fields);
    }

    private void ReadMacros(char close)
    {
        foreach (var (name, value) in ReadFields(close, out _))
            _macros[name] = value;
    }

    private Dictionary<string, string> ReadFields(char close, out bool isClosed)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] is ',' or ';' or '"'))
                _at++;

            isClosed = _at < text.Length && text[_at] == close;
            if (_at >= text.Length || isClosed)
            {
                _at++;
                return fields;
            }

            var name = Word();
            SkipSpace();
            if (name.Length == 0 || Peek() != '=')
            {
                // Nothing that can be a field: leave out one character, or the word just read.
                _at += name.Length == 0 ? 1 : 0;
                continue;
            }

            _at++;
            var value = Value(close);
            if (!fields.TryGetValue(name, out var earlier) || string.IsNullOrWhiteSpace(earlier))
                fields[name] = value;
        }
    }

    /// <summary>Parts joined by <c>#</c>: braced, quoted, numbers and macros.</summary>
    private string Value(char close)
    {
        var value = new StringBuilder();
        while (true)
        {
            SkipSpace();
            switch (Peek())
            {
                case '{':
                    value.Append(Braced());
                    break;
                case '"':
                    value.Append(Quoted());
                    break;
                case var c when c == close || c is ',' or '\0':
                    return value.ToString();
                default:
                    Append(value, close);
                    break;
            }

            SkipSpace();
            if (Peek() != '#')
                return value.ToString();

            _at++;
        }
    }

    private void Append(StringBuilder value, char close)
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not (',' or '#' or '\n' or '\r' or '{' or '"') && text[_at] != close)
            _at++;

        // Something that is no part of a value; without a step this would not end.
        _at += _at == start ? 1 : 0;
        var word = text[start.._at].Trim();
        if (_macros.TryGetValue(word, out var known))
        {
            value.Append(known);
            return;
        }

        value.Append(word);
        if (word.Length > 0 && !char.IsAsciiDigit(word[0]) && !Months.Contains(word))
            Unknown.Add(word);
    }

    private string Braced()
    {
        var start = ++_at;
        for (var depth = 1; _at < text.Length; _at++)
        {
            depth += text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 || (_byLines && text[_at] == '}' && EndsValue(_at)))
                return text[start.._at++];
        }

        return text[start..];
    }

    /// <summary>Whether after the brace there only come a comma and the end of the line, or the end of the entry.</summary>
    private bool EndsValue(int brace)
    {
        var after = text.AsSpan(brace + 1).TrimStart(" \t");
        return after is [',', ..] ? after[1..].TrimStart(" \t") is ['\r' or '\n', ..] or [] : after is ['\r' or '\n', ..] && after.TrimStart() is ['}', ..];
    }

    /// <summary>Ends at a quote outside braces.</summary>
    private string Quoted()
    {
        var start = ++_at;
        for (var depth = 0; _at < text.Length; _at++)
        {
            depth += text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && text[_at] == '"')
                return text[start.._at++];
        }

        return text[start..];
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '_' or ':' or '.' or '+' or '/' or '\'' or '&'))
            _at++;

        return text[start.._at];
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }
}
