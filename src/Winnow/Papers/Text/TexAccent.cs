using System.Text;

namespace Winnow.Papers.Text;

/// <summary>Reads one accented letter as TeX writes it.</summary>
internal static class TexAccent
{
    private const int MaxAccents = 3;

    /// <summary>
    /// Reads an accent and its base at <paramref name="start"/>: <c>\'e</c>, <c>\'{e}</c>, <c>\v c</c>, <c>\'\i</c>, and accents on accents (<c>\'{\^e}</c>).
    /// Only what composes to one character is an accent: <c>\d m</c> is ṃ, but a stray <c>\r x</c> is left alone.
    /// </summary>
    internal static bool TryRead(string text, int start, out string accented, out int end) => TryRead(text, start, MaxAccents, out accented, out end);

    private static bool TryRead(string text, int start, int depth, out string accented, out int end)
    {
        (accented, end) = ("", start + 2);
        var command = At(text, start + 1);
        if (depth == 0 || !TexSymbols.Accents.TryGetValue(command, out var mark))
            return false;

        var isWord = char.IsAsciiLetter(command);
        if (isWord && char.IsAsciiLetter(At(text, end)))
            return false;

        while (isWord && At(text, end) == ' ')
            end++;

        var braced = At(text, end) == '{';
        end += braced ? 1 : 0;
        if (!TryBase(text, ref end, depth, out var letter) || (braced && At(text, end++) != '}'))
            return false;

        // More often than an accent, "model\'s" is an escaped apostrophe (ś hardly ever ends a name) and "\"words" an escaped quotation mark.
        if (!braced && ((command == '\'' && letter == "s" && !char.IsLetter(At(text, end))) || (command == '"' && !"aeiouyAEIOUY".Contains(letter[0], StringComparison.Ordinal))))
            return false;

        accented = (letter + mark).Normalize(NormalizationForm.FormC);
        return accented.Length == 1;
    }

    private static bool TryBase(string text, ref int end, int depth, out string letter)
    {
        letter = At(text, end).ToString();
        if (char.IsLetter(At(text, end)))
        {
            end++;
            return true;
        }

        if (At(text, end) != '\\')
            return false;

        // Accents stand on the dotless forms in TeX and on the dotted ones in Unicode.
        if (At(text, end + 1) is 'i' or 'j' && !char.IsAsciiLetter(At(text, end + 2)))
        {
            letter = At(text, end + 1).ToString();
            end += 2;
            return true;
        }

        return TryRead(text, end, depth - 1, out letter, out end);
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
