using System.Text;
using Winnow.Papers.Text;

namespace Winnow.Papers.Export;

/// <summary>
/// Text as the value of a BibTeX field. Nothing that a paper's title says can end the field, open another or call a macro: braces and backslashes are spelt
/// as macros because BibTeX counts even escaped braces. Formulas are kept when their braces balance. Other characters stay as UTF-8.
/// </summary>
internal static class BibTeXText
{
    /// <summary>A title: words whose capitals carry meaning (BERT, ImageNet) stand in braces, so that no style lowers them.</summary>
    internal static string Title(string text) => Escape(text, protectCapitals: true);

    internal static string Plain(string text) => Escape(text, protectCapitals: false);

    /// <summary>A person's name. One that holds "and" or a comma, which BibTeX would read as two people or as turned around, is braced whole.</summary>
    internal static string Name(string name)
    {
        var plain = Plain(name);
        var misleads = plain.Contains(',', StringComparison.Ordinal) || plain.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase);
        return misleads ? $"{{{plain}}}" : plain;
    }

    /// <summary>An address, which BibTeX styles print verbatim: what could end the field is percent-encoded.</summary>
    internal static string Address(string url)
    {
        var clean = TextCleaning.CleanLine(url, TextMarkup.None);
        return clean.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
    }

    private static string Escape(string text, bool protectCapitals)
    {
        var line = TextCleaning.CleanLine(text, TextMarkup.None);
        var output = new StringBuilder(line.Length + 16);
        var at = 0;
        foreach (var formula in TexMaths.Find(line))
        {
            var (start, length) = formula.GetOffsetAndLength(line.Length);
            AppendText(output, line.AsSpan(at, start - at), protectCapitals);
            if (IsBalanced(line.AsSpan(start, length)))
                output.Append(line, start, length);
            else
                AppendText(output, line.AsSpan(start, length), protectCapitals: false);

            at = start + length;
        }

        AppendText(output, line.AsSpan(at), protectCapitals);
        return output.ToString();
    }

    private static void AppendText(StringBuilder output, ReadOnlySpan<char> text, bool protectCapitals)
    {
        while (!text.IsEmpty)
        {
            var space = text.IndexOf(' ');
            var word = space < 0 ? text : text[..space];
            var isProtected = protectCapitals && IsTellingCapital(word);
            output.Append(isProtected ? "{" : "");
            for (var i = 0; i < word.Length; i++)
            {
                // The stored form of a dollar sign beside formulas.
                if (word[i] == '\\' && i + 1 < word.Length && word[i + 1] == '$')
                    i++;

                AppendEscaped(output, word[i]);
            }

            output.Append(isProtected ? "}" : "");
            if (space < 0)
                return;

            output.Append(' ');
            text = text[(space + 1)..];
        }
    }

    private static void AppendEscaped(StringBuilder output, char c)
    {
        switch (c)
        {
            case '\\': output.Append("\\textbackslash{}"); break;
            case '{': output.Append("\\textbraceleft{}"); break;
            case '}': output.Append("\\textbraceright{}"); break;
            case '~': output.Append("\\textasciitilde{}"); break;
            case '^': output.Append("\\textasciicircum{}"); break;
            case '%' or '&' or '#' or '_' or '$': output.Append('\\').Append(c); break;
            default: output.Append(c); break;
        }
    }

    /// <summary>A capital after another letter or digit of the word, as in GPT, ImageNet, R&amp;D or 3D, or one that stands for itself, as in F-score or C4.</summary>
    private static bool IsTellingCapital(ReadOnlySpan<char> word)
    {
        var afterLetter = false;
        foreach (var c in word)
        {
            if (afterLetter && char.IsUpper(c))
                return true;

            afterLetter |= char.IsLetterOrDigit(c);
        }

        return word.Length > 1 && char.IsUpper(word[0]) && (char.IsAsciiDigit(word[1]) || word[1] == '-');
    }

    private static bool IsBalanced(ReadOnlySpan<char> formula)
    {
        var depth = 0;
        foreach (var c in formula)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
