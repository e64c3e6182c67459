using System.Collections.Frozen;
using System.Text;

namespace Winnow.Papers.Merging;

/// <summary>
/// A title reduced to what its spellings share: letters and digits in lower case, without accents, spaces, punctuation, TeX commands, or a note such as
/// "[RETRACTED]" in front. "Pre-training" and "Pretraining", "R²" and "$R^2$", "β-VAE" and "$\beta$-VAE" fold alike.
/// </summary>
/// <param name="Text">Letters, digits, "+" and "#" only; empty when the title has none.</param>
/// <param name="Words">Words between spaces that hold a letter or digit.</param>
internal readonly record struct FoldedTitle(string Text, int Words)
{
    /// <summary>A title this long is hardly ever shared by two works; "Attention Is All You Need" has 21 letters.</summary>
    private const int DistinctiveLength = 20;

    private static readonly string[] Notes = ["retracted", "retraction", "withdrawn"];

    private static readonly FrozenSet<string> FormattingCommands = new[]
    {
        "emph", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textsuperscript", "textsubscript", "text", "mathrm", "mathbf", "mathit", "mathcal",
        "mathbb", "mathsf", "mathtt", "mathfrak", "mathscr", "boldsymbol", "bm", "bf", "it", "rm", "tt", "sc", "sf", "em", "ensuremath", "operatorname", "mbox",
        "left", "right", "large", "small", "xspace", "underline", "mathop",
    }.ToFrozenSet(StringComparer.Ordinal);

    internal bool IsDistinctive => Text.Length >= DistinctiveLength;

    internal static FoldedTitle Of(string title)
    {
        var text = FoldedText.Decompose(title);
        var folded = new StringBuilder(text.Length);
        var words = 0;
        var inWord = false;
        for (var i = SkipNote(text); i < text.Length;)
        {
            if (text[i] == '\\' && CommandLength(text, i + 1) is > 0 and var length)
            {
                var command = text.AsSpan(i + 1, length);
                i += 1 + length;
                if (!FormattingCommands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(command))
                {
                    folded.Append(command.ToString().ToLowerInvariant());
                }

                continue;
            }

            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var consumed);
            i += consumed;
            var kept = status == System.Buffers.OperationStatus.Done && FoldedText.Append(folded, rune);
            if (kept && !inWord)
            {
                words++;
                inWord = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                inWord = false;
            }
        }

        return new FoldedTitle(folded.ToString(), words);
    }

    private static int CommandLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The length of a leading "[RETRACTED]", "(Withdrawn)", "RETRACTED:" or "Retraction -" with the signs around it, or 0.</summary>
    private static int SkipNote(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        foreach (var note in Notes)
        {
            if (text.AsSpan(start).StartsWith(note, StringComparison.OrdinalIgnoreCase))
            {
                var end = start + note.Length;
                var rest = text.AsSpan(end).TrimStart();
                // Without a closing sign it is a word of the title: "Retracted Articles on the Web".
                if (rest is [']' or ')' or ':' or '-' or '–' or '—' or '*', ..])
                {
                    return text.Length - rest.Length + 1;
                }
            }
        }

        return 0;
    }
}
