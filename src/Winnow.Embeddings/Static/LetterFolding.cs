using System.Globalization;
using System.Text;

namespace Winnow.Embeddings.Static;

/// <summary>
/// Lower case without accents: "Erdős" is read as "erdos", "Über" as "uber". One table over the basic plane, made once from Unicode's
/// own decompositions, so that reading a text calls nothing and allocates nothing.
/// </summary>
internal static class LetterFolding
{
    /// <summary>Stands between words.</summary>
    public const char Separator = '\0';

    /// <summary>Stands inside a word and is not part of it: combining accents, the soft hyphen.</summary>
    public const char Ignored = '\u00AD';

    private static readonly char[] Folded = BuildTable();

    /// <summary>The folded letter or digit, <see cref="Separator"/> or <see cref="Ignored"/>. Half of a surrogate pair separates.</summary>
    public static char Fold(char letter) => Folded[letter];

    private static char[] BuildTable()
    {
        // Under invariant globalisation Normalize changes nothing and every accent would silently count.
        if ("é".Normalize(NormalizationForm.FormD).Length != 2)
            throw new InvalidOperationException("Accents cannot be folded: the program runs with invariant globalisation, which has to be off.");
        var table = new char[char.MaxValue + 1];
        for (var code = 0; code <= char.MaxValue; code++) table[code] = FoldOne((char)code);
        return table;
    }

    private static char FoldOne(char letter)
    {
        if (letter == Ignored || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) return Ignored;
        if (!char.IsLetterOrDigit(letter)) return Separator;
        var lower = char.ToLowerInvariant(letter);
        if (lower < 0x80) return lower;
        var special = WithoutDecomposition(lower);
        if (special != Separator) return special;
        var decomposed = lower.ToString().Normalize(NormalizationForm.FormKD);
        return char.IsLetterOrDigit(decomposed[0]) ? char.ToLowerInvariant(decomposed[0]) : Separator;
    }

    // Letters that people leave the stroke or the second letter off when they type them; Unicode does not decompose them.
    private static char WithoutDecomposition(char lower) => lower switch
    {
        'ß' => 's',
        'æ' => 'a',
        'œ' or 'ø' => 'o',
        'đ' or 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ħ' => 'h',
        'þ' => 't',
        _ => Separator,
    };
}
