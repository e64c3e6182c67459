using System.Globalization;
using System.Net;
using System.Text;

namespace Winnow.Papers.Text;

/// <summary>
/// Brings what a source wrote to the form in which Winnow keeps text: NFC; no control characters, no invisible ones (bidirectional controls, zero-width
/// spaces and joiners, soft hyphens, tags), no halves of surrogate pairs (U+FFFD stands in their place); white space collapsed and trimmed;
/// TeX accents and text macros as Unicode; TeX maths kept.
/// Cleaning twice changes nothing more (unless HTML is asked for: entities may hide entities), takes time linear in the text, and never throws.
/// Text that is clean already comes back as the same instance, without allocation.
/// </summary>
public static class TextCleaning
{
    /// <summary>One pass nearly always suffices; what a pass uncovers (<c>\emph{\v{\i}}</c>) takes another. Text that has not settled by then keeps its TeX.</summary>
    private const int MaxPasses = 6;

    /// <summary>Cleans a title, a name, a venue: the result is one line.</summary>
    public static string CleanLine(string text, TextMarkup markup = TextMarkup.TeX) => Clean(text, markup, paragraphs: false);

    /// <summary>Cleans an abstract: single line breaks become spaces, and a blank line between paragraphs stays, as exactly two line feeds.</summary>
    public static string CleanText(string text, TextMarkup markup = TextMarkup.TeX) => Clean(text, markup, paragraphs: true);

    private static string Clean(string text, TextMarkup markup, bool paragraphs)
    {
        var plain = Normalise(text, paragraphs);
        if (markup.HasFlag(TextMarkup.Html) && plain.Contains('&', StringComparison.Ordinal))
            plain = Normalise(WebUtility.HtmlDecode(plain), paragraphs);

        if (!markup.HasFlag(TextMarkup.TeX))
            return plain;

        var current = plain;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var next = Normalise(TexText.ToUnicode(current), paragraphs);
            if (next == current)
                return current;

            current = next;
        }

        return plain;
    }

    private static string Normalise(string text, bool paragraphs)
    {
        if (IsPlainAscii(text))
            return text;

        var settled = IsSettled(text, paragraphs, out var needsComposing) ? text : Settle(text, paragraphs);
        return needsComposing && !settled.IsNormalized(NormalizationForm.FormC) ? settled.Normalize(NormalizationForm.FormC) : settled;
    }

    /// <summary>The common case, decided by vector instructions.</summary>
    private static bool IsPlainAscii(string text) =>
        text.Length == 0
        || (text[0] != ' ' && text[^1] != ' '
            && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
            && !text.Contains("  ", StringComparison.Ordinal));

    /// <param name="text">The text.</param>
    /// <param name="paragraphs">Whether a blank line may stand.</param>
    /// <param name="needsComposing">Whether it holds a character from U+0300 on; below, everything is NFC.</param>
    private static bool IsSettled(string text, bool paragraphs, out bool needsComposing)
    {
        needsComposing = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') >= 0;
        var afterSpace = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isBreak = paragraphs && c == '\n' && i + 2 < text.Length && text[i + 1] == '\n';
            if (isBreak || c == ' ')
            {
                if (afterSpace)
                    return false;

                afterSpace = true;
                i += isBreak ? 1 : 0;
                continue;
            }

            afterSpace = false;
            if (char.IsAsciiLetterOrDigit(c))
                continue;

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && !IsInvisible(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                i++;
            else if (char.IsWhiteSpace(c) || IsInvisible(c) || char.IsSurrogate(c))
                return false;
        }

        return !afterSpace || text.Length == 0;
    }

    private static string Settle(string text, bool paragraphs)
    {
        var output = new StringBuilder(text.Length);
        var pending = false;
        var lineBreaks = 0;
        var previous = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pending = true;
                lineBreaks += rune.Value switch { '\n' when previous == '\r' => 0, '\n' or '\r' or '\u0085' or '\u2028' => 1, '\u2029' => 2, _ => 0 };
                previous = (char)rune.Value;
                continue;
            }

            previous = '\0';
            if (rune.IsBmp ? IsInvisible((char)rune.Value) : IsInvisible(Rune.GetUnicodeCategory(rune)))
                continue;

            if (pending && output.Length > 0)
                output.Append(paragraphs && lineBreaks > 1 ? "\n\n" : " ");

            (pending, lineBreaks) = (false, 0);
            output.Append(rune);
        }

        return output.ToString();
    }

    /// <summary>Characters without a shape: controls, format characters, and U+FDD0–U+FDEF, U+FFFE, U+FFFF, which are no characters.</summary>
    private static bool IsInvisible(char c) => IsInvisible(char.GetUnicodeCategory(c)) || c is >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE';

    private static bool IsInvisible(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format;
}
