using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Winnow.Sources.Json;

/// <summary>Reads strings that are not quite JSON's: halves of surrogate pairs, and bytes that are no UTF-8, become U+FFFD instead of an exception.</summary>
internal static class JsonText
{
    /// <summary>The string or property name that <paramref name="reader"/> stands on.</summary>
    internal static string Read(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(bytes);

        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(bytes));
        }
    }

    private static string Unescape(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                output.Append(text[i]);
                continue;
            }

            var escape = text[++i];
            if (escape == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                output.Append((char)unit);
                i += 4;
            }
            else
            {
                output.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }

        return WithWholePairs(output);
    }

    private static string WithWholePairs(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }
}
