using System.Buffers;
using System.Text;

namespace Winnow.Papers.Text;

/// <summary>
/// TeX's text mode to Unicode: accents (<c>Andr\'e</c>, <c>{\"o}</c>, <c>\v{c}</c>), letters (<c>\o</c>, <c>\ss</c>), style macros (<c>\emph{x}</c> is x),
/// escapes (<c>\%</c>), ties, dashes and quotes. Formulas (<see cref="TexMaths"/>) and control sequences that it does not know stay as they are, and so
/// does <c>\$</c> beside formulas, where a bare dollar sign would open one.
/// </summary>
public static class TexText
{
    private static readonly SearchValues<string> Triggers = SearchValues.Create(["\\", "~", "--", "``"], StringComparison.Ordinal);

    /// <summary>One pass; the same instance when there is nothing to do. Linear in the text, never throws.</summary>
    public static string ToUnicode(string text)
    {
        if (!text.AsSpan().ContainsAny(Triggers))
            return text;

        var converted = new TexConverter(text).Convert();
        return converted == text ? text : converted;
    }

    /// <summary>Takes the braces away that BibTeX uses to protect capitals (<c>{BERT}: Pre-training</c>); those of formulas stay, and so do escaped ones.</summary>
    public static string WithoutGroups(string text)
    {
        if (!text.AsSpan().ContainsAny('{', '}'))
            return text;

        var output = new StringBuilder(text.Length);
        var maths = new TexMaths.Scan(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (maths.TryMatch(i, out var end))
            {
                output.Append(text, i, end - i);
                i = end - 1;
            }
            else if (text[i] == '\\' && i + 1 < text.Length)
            {
                output.Append(text, i++, 2);
            }
            else if (text[i] is not ('{' or '}'))
            {
                output.Append(text[i]);
            }
        }

        return output.ToString();
    }
}
