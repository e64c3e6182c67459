using System.Globalization;
using System.Text;

namespace Winnow.Embeddings.Onnx;

/// <summary>
/// The first half of BERT's tokenizer (Devlin et al. 2019, <c>BasicTokenizer</c>): clean text with a space on each side of every punctuation mark.
/// Ours because the library's drops signs that are no punctuation to Unicode: "C++" became "C".
/// </summary>
internal static class BertText
{
    public static string Apart(string text, bool lowerCase, bool stripAccents, bool apartCjk)
    {
        var clean = Clean(text, apartCjk);
        // Spaces are written first: a mark that follows an ideograph must not join the letter behind it.
        if (stripAccents) clean = clean.Normalize(NormalizationForm.FormD);
        var apart = new StringBuilder(clean.Length + 16);
        foreach (var rune in clean.EnumerateRunes())
        {
            if (stripAccents && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            var written = lowerCase ? Rune.ToLowerInvariant(rune) : rune;
            if (IsPunctuation(written)) apart.Append(' ').Append(written.ToString()).Append(' ');
            else apart.Append(written.ToString());
        }

        return apart.ToString();
    }

    private static string Clean(string text, bool apartCjk)
    {
        var clean = new StringBuilder(text.Length + 16);
        // Half a surrogate pair comes as the replacement character, and goes with it.
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.Value is 0xFFFD || IsControl(rune)) continue;
            else if (apartCjk && IsIdeograph(rune.Value)) clean.Append(' ').Append(rune.ToString()).Append(' ');
            else clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? char.IsPunctuation((char)rune.Value) || char.IsSymbol((char)rune.Value)
        : Rune.IsPunctuation(rune);

    // The blocks that Google's code names; kana and hangul are words to it.
    private static bool IsIdeograph(int letter) => letter is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
