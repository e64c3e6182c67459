using System.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources.BibTex;

/// <summary>
/// Cuts a bibliography into entries that can be read alone: before each stand the <c>@string</c>s that it uses, after it the entry that its
/// <c>crossref</c> names. Entries with a cross-reference come last, as what they name stands after them.
/// </summary>
internal sealed class BibTexSplitter(InputBuffer buffer)
{
    private const int MaxHeld = 16 * 1024 * 1024;
    private const int LongestType = 40;
    private const int ExcerptBytes = 1024;

    /// <summary>What entries refer to: volumes, and software whose parts and versions have entries.</summary>
    private static readonly string[] Volumes =
    [
        "proceedings", "book", "collection", "mvbook", "mvproceedings", "mvcollection", "periodical", "software", "softwareversion",
    ];

    private readonly Dictionary<string, string> _macros = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _volumes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Text, string Parent, long Line)> _waiting = [];
    private int _held;

    internal IEnumerable<RawPiece> Pieces()
    {
        while (FindEntry())
        {
            var line = buffer.Line;
            var problem = PassEntry();
            var kept = buffer.Kept;
            if (problem is not null)
            {
                var excerpt = kept[..Math.Min(kept.Length, ExcerptBytes)].ToArray();
                buffer.Forget();
                yield return new RawPiece(excerpt, line, problem);
                continue;
            }

            var text = Encoding.UTF8.GetString(kept);
            buffer.Forget();
            if (Complete(text, line) is { } piece)
                yield return piece;
        }

        foreach (var (text, parent, line) in _waiting)
            yield return new RawPiece(Encoding.UTF8.GetBytes(_volumes.TryGetValue(parent, out var volume) ? $"{text}\n{volume}" : text), line);
    }

    /// <summary>Puts the entry's macros before it; null for what is no entry, and for one that waits.</summary>
    private RawPiece? Complete(string text, long line)
    {
        var parser = new BibTexParser(text);
        var entry = parser.Entries().FirstOrDefault();
        if (entry is null)
        {
            foreach (var (name, value) in parser.Macros)
                Define(name, value);

            return null;
        }

        var whole = new StringBuilder();
        foreach (var name in parser.Unknown.Order(StringComparer.Ordinal))
        {
            if (_macros.TryGetValue(name, out var value))
                whole.Append("@string{").Append(name).Append(" = {").Append(value).Append("}}\n");
        }

        text = whole.Append(text).ToString();
        if (Volumes.Contains(entry.Type) && entry.Key.Length > 0 && Hold(text.Length))
            _volumes.TryAdd(entry.Key, text);

        if (entry["crossref"] is { } parent && Hold(text.Length))
        {
            _waiting.Add((text, parent.Trim(), line));
            return null;
        }

        return new RawPiece(Encoding.UTF8.GetBytes(text), line);
    }

    /// <summary>A macro's value may use earlier macros, which are expanded here because the kept entry has only those that it names.</summary>
    private void Define(string name, string value)
    {
        if (Hold(name.Length + value.Length))
            _macros[name] = _macros.TryGetValue(value.Trim(), out var other) ? other : value;
    }

    private bool Hold(int length)
    {
        if (_held + length > MaxHeld)
            return false;

        _held += length;
        return true;
    }

    /// <summary>Passes what stands between entries, which BibTeX takes for comments, up to the next <c>@type{</c>.</summary>
    private bool FindEntry()
    {
        while (true)
        {
            var at = buffer.Ahead.IndexOf((byte)'@');
            buffer.Pass(at < 0 ? buffer.Ahead.Length : at);
            buffer.Forget();
            if (at < 0)
            {
                if (!buffer.More())
                    return false;
            }
            else if (OpeningLength(buffer.Peek(LongestType)) > 0)
            {
                return true;
            }
            else
            {
                buffer.Pass(1);
            }
        }
    }

    /// <summary>The length of <c>@type{</c> or <c>@type(</c>; 0 when that is not what stands there, as in an e-mail address.</summary>
    private static int OpeningLength(ReadOnlySpan<byte> bytes)
    {
        var length = 1;
        while (length < bytes.Length && length < LongestType && (char.IsAsciiLetterOrDigit((char)bytes[length]) || bytes[length] is (byte)'-' or (byte)'_'))
            length++;

        if (length == 1)
            return 0;

        while (length < bytes.Length && bytes[length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            length++;

        return length < bytes.Length && bytes[length] is (byte)'{' or (byte)'(' ? length + 1 : 0;
    }

    /// <summary>Passes one entry. Braces count even inside quotes, as in BibTeX.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    private string? PassEntry()
    {
        var opening = OpeningLength(buffer.Ahead);
        var isComment = buffer.Ahead[1..].StartsWith("comment"u8) || buffer.Ahead[1..].StartsWith("Comment"u8);
        var isRound = buffer.Ahead[opening - 1] == (byte)'(';
        buffer.Pass(opening);
        var depth = isRound ? 0 : 1;
        while (true)
        {
            var stop = buffer.Ahead.IndexOfAny("{})@"u8);
            buffer.Pass(stop < 0 ? buffer.Ahead.Length : stop);
            if (buffer.Kept.Length > RecordLimits.MaxBytes)
                return RecordLimits.TooLarge;

            if (stop < 0)
            {
                if (!buffer.More())
                    return EndsWithBrace(buffer.Kept) ? null : "The file ends in the middle of this entry.";

                continue;
            }

            var found = buffer.Ahead[0];
            if (found == (byte)'@')
            {
                if (!isComment && StartsEntry())
                    return EndsWithBrace(buffer.Kept) ? null : "The braces of this entry do not close before the next one begins.";

                buffer.Pass(1);
                continue;
            }

            buffer.Pass(1);
            depth += found switch { (byte)'{' => 1, (byte)'}' => -1, _ => 0 };
            if (isRound ? depth == 0 && found == (byte)')' : depth == 0)
                return null;
        }
    }

    /// <summary>Whether the last line is a closing brace: then a brace inside is one too many, and the parser can tell which value it opens.</summary>
    private static bool EndsWithBrace(ReadOnlySpan<byte> entry)
    {
        entry = entry.TrimEnd(" \t\r\n"u8);
        return entry is [.., (byte)'}'] && entry[..^1].TrimEnd(" \t"u8) is [.., (byte)'\n'];
    }

    /// <summary>Whether <c>@type{key,</c> stands at the start of a line here: no field's text looks like that.</summary>
    private bool StartsEntry()
    {
        if (buffer.Kept.TrimEnd(" \t"u8) is not [.., (byte)'\n'])
            return false;

        var ahead = buffer.Peek(2 * LongestType);
        var opening = OpeningLength(ahead);
        return opening > 0 && ahead[opening..].IndexOfAny(",\n=}"u8) is > 0 and var end && ahead[opening + end] == (byte)',';
    }
}
