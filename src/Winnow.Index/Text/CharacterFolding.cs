using System.Globalization;
using System.Text;

namespace Winnow.Index.Text;

/// <summary>
/// What each character counts as: compatibility forms, case and accents removed ("É" as "e", "ﬁ" as "fi", "ℓ" as "l"). A character that is no part of a word
/// folds to the empty string.
/// </summary>
internal static class CharacterFolding
{
    private static readonly string[] GreekNames =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma",
        "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    private static readonly HashSet<string> GreekNameSet = new(GreekNames, StringComparer.Ordinal);

    // Letters that Unicode does not decompose and that readers nevertheless type without their stroke.
    private static readonly Dictionary<char, string> Strokes = new (char Letter, string Plain)[]
    {
        ('ß', "ss"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('æ', "ae"), ('œ', "oe"), ('ı', "i"), ('þ', "th"), ('ħ', "h"), ('ŧ', "t"),
    }.ToDictionary(pair => pair.Letter, pair => pair.Plain);

    // One entry for each UTF-16 unit, filled on first use; races write equal strings.
    private static readonly string?[] Cache = new string?[char.MaxValue + 1];

    /// <summary>A UTF-16 unit that is no surrogate.</summary>
    internal static string Fold(char c) => Cache[c] ??= Compute(new Rune(c));

    /// <summary>Characters past the basic plane, such as mathematical letters.</summary>
    internal static string Fold(Rune rune) => rune.IsBmp ? Fold((char)rune.Value) : Compute(rune);

    /// <summary>What stands at a place of a text, however many units it takes; a lone surrogate folds to the empty string.</summary>
    internal static string FoldAt(ReadOnlySpan<char> text, int at, out int width)
    {
        var c = text[at];
        if (!char.IsSurrogate(c))
        {
            width = 1;
            return Fold(c);
        }

        if (Rune.DecodeFromUtf16(text[at..], out var rune, out width) != System.Buffers.OperationStatus.Done)
        {
            width = 1;
            return "";
        }

        return Fold(rune);
    }

    internal static bool IsCjk(int codePoint) => codePoint is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>The name of a single folded Greek letter, "beta" for "β".</summary>
    internal static bool TryNameGreek(ReadOnlySpan<char> folded, out string name)
    {
        if (folded.Length == 1 && IsGreek(folded[0]))
        {
            name = GreekNames[folded[0] - 'α'];
            return true;
        }

        name = "";
        return false;
    }

    internal static bool IsGreek(char folded) => folded is >= 'α' and <= 'ω';

    internal static bool IsGreekName(ReadOnlySpan<char> name) => GreekNameSet.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static string Compute(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control or UnicodeCategory.PrivateUse)
        {
            return "";
        }

        var decomposed = rune.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder();
        foreach (var part in decomposed.EnumerateRunes())
        {
            if (part.IsBmp && Strokes.TryGetValue((char)part.Value, out var plain))
            {
                folded.Append(plain);
            }
            else if (Rune.IsLetterOrDigit(part))
            {
                folded.Append(part.ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
