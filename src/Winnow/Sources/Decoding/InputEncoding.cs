using System.Text;

namespace Winnow.Sources.Decoding;

/// <summary>Which encoding a text is in, and how many bytes of it are the mark that says so.</summary>
/// <param name="Encoding">Null for UTF-8.</param>
/// <param name="MarkLength">Length of the byte order mark.</param>
internal readonly record struct InputEncoding(Encoding? Encoding, int MarkLength)
{
    private const int DeclarationLength = 256;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>Decides by byte order mark, by where zero bytes stand, then by what the text says of itself, unless its bytes prove that wrong.</summary>
    /// <exception cref="InvalidDataException">The text says that it is in an encoding that Winnow does not know.</exception>
    internal static InputEncoding Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new(null, 3);

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return new(new UTF32Encoding(bigEndian: false, byteOrderMark: false), 4);

        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return new(new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4);

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new(Encoding.Unicode, 2);

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new(Encoding.BigEndianUnicode, 2);

        return new(Utf16ByZeros(head) ?? Declared(head), 0);
    }

    /// <summary>Markup and metadata are mostly ASCII, so in UTF-16 every other byte is zero.</summary>
    private static UnicodeEncoding? Utf16ByZeros(ReadOnlySpan<byte> head)
    {
        var pairs = Math.Min(head.Length, DeclarationLength) / 2;
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < pairs; i++)
        {
            evenZeros += head[2 * i] == 0 ? 1 : 0;
            oddZeros += head[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return pairs < 4 || evenZeros + oddZeros < pairs / 2 || Math.Min(evenZeros, oddZeros) > pairs / 8
            ? null
            : new UnicodeEncoding(bigEndian: evenZeros > oddZeros, byteOrderMark: false);
    }

    /// <summary>Reads <c>&lt;?xml … encoding="X"?&gt;</c> and the <c>% Encoding: X</c> of a BibTeX file.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var isUtf8 = head.IndexOfAnyInRange<byte>(0x80, 0xFF) >= 0 && IsUtf8(head);
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, DeclarationLength)]).TrimStart();
        string? name = null;
        if (start.StartsWith("<?xml", StringComparison.Ordinal))
            name = After(start.AsSpan(0, Math.Max(start.IndexOf("?>", StringComparison.Ordinal), 0)), "encoding");
        else if (start.StartsWith('%'))
            name = After(start.AsSpan(0, start.AsSpan().IndexOfAny('\r', '\n') is > 0 and var end ? end : 0), "Encoding:");

        if (name is null || isUtf8)
            return null;

        // A text that can be read byte by byte up to here is not in UTF-16, whatever it says.
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return null;

        var known = Find(name) ?? Find(name.Replace('_', '-')) ?? Find(JavaName(name));
        return known ?? throw new InvalidDataException($"The file says that it is encoded as \"{name}\", which Winnow cannot read; save it as UTF-8.");
    }

    private static string? After(ReadOnlySpan<char> line, string label)
    {
        var at = line.IndexOf(label, StringComparison.Ordinal);
        if (at < 0)
            return null;

        var value = line[(at + label.Length)..].TrimStart(" =\"'\t");
        var end = value.IndexOfAny(" \"'\t?");
        return value.IsEmpty ? null : (end < 0 ? value : value[..end]).ToString();
    }

    private static Encoding? Find(string name) => CodePages.GetEncoding(name) ?? BuiltIn(name);

    private static Encoding? BuiltIn(string name) =>
        name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null;

    /// <summary>JabRef writes Java's names: <c>Cp1252</c>, <c>ISO8859_1</c>, <c>MacRoman</c>.</summary>
    private static string JavaName(string name) => name.ToUpperInvariant() switch
    {
        ['C', 'P', .. var page] => $"windows-{page}",
        ['I', 'S', 'O', '8', '8', '5', '9', '_' or '-', .. var part] => $"iso-8859-{part}",
        "MACROMAN" => "macintosh",
        var other => other,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        // The head may end inside a character.
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return true;
        }

        return false;
    }
}
