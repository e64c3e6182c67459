using System.Globalization;
using System.Text;

namespace Winnow.Papers.Merging;

/// <summary>Letters and digits without case, accents or compatibility forms, so that two spellings of one name or title compare equal.</summary>
internal static class FoldedText
{
    /// <summary>
    /// Appends one character's folded form: nothing for an accent or a sign, one or more letters or digits otherwise. "+" and "#" count as letters, since
    /// "Hyperbolic Neural Networks++" is not "Hyperbolic Neural Networks".
    /// </summary>
    /// <returns>Whether anything was appended or the character only modifies its neighbour (so that no word ends here).</returns>
    internal static bool Append(StringBuilder to, Rune rune)
    {
        if (rune.Value < 128)
        {
            if (!char.IsAsciiLetterOrDigit((char)rune.Value) && (char)rune.Value is not ('+' or '#'))
            {
                return false;
            }

            to.Append(char.ToLowerInvariant((char)rune.Value));
            return true;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                return true;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark:
                AppendLetter(to, Rune.ToLowerInvariant(rune));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The text decomposed (NFKD), which <see cref="Append"/> expects; text in ASCII is returned as it is.</summary>
    internal static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised; enumerating runes replaces it, so such a text still gets a stable key.
            return text;
        }
    }

    private static void AppendLetter(StringBuilder to, Rune rune)
    {
        if (Spelled(rune) is { } spelled)
        {
            to.Append(spelled);
            return;
        }

        Span<char> chars = stackalloc char[2];
        to.Append(chars[..rune.EncodeToUtf16(chars)]);
    }

    /// <summary>Letters that Unicode does not decompose, as people type them, and Greek as TeX names it.</summary>
    private static string? Spelled(Rune lower) => lower.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŋ' => "n",
        >= 'α' and <= 'ω' => GreekNames[lower.Value - 'α'],
        _ => null,
    };

    private static readonly string[] GreekNames =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho",
        "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];
}
