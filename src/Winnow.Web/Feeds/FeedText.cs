using System.Globalization;
using System.Text;
using System.Xml;

namespace Winnow.Web.Feeds;

/// <summary>Text as a feed may carry it. Titles and abstracts are plain text there, with their TeX left as it is: readers show no formulas, and TeX can be read.</summary>
internal static class FeedText
{
    /// <summary>One line: white space of any kind becomes one space.</summary>
    public static string Line(string text) => Clean(text, lines: false);

    /// <summary>Lines stay apart.</summary>
    public static string Lines(string text) => Clean(text, lines: true);

    /// <summary>
    /// Without what XML forbids (most control characters, lone surrogates, U+FFFE) and without the marks that reverse the direction of writing, by which a title
    /// could be made to read as another one.
    /// </summary>
    private static string Clean(string text, bool lines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var space = Rune.IsWhiteSpace(rune) && !(lines && rune.Value == '\n');
            if (space || rune.Value == '\n')
            {
                if (clean.Length > 0 && (clean[^1] != ' ' || !space))
                {
                    clean.Append(space ? ' ' : '\n');
                }
            }
            else if (IsReadable(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsReadable(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control
        && rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069)
        && (rune.IsBmp ? XmlConvert.IsXmlChar((char)rune.Value) : (rune.Value & 0xFFFE) != 0xFFFE);
}
