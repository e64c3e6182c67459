using System.Net;
using System.Text;

namespace Winnow.Sources.Fields;

/// <summary>The text of HTML and JATS fragments, as feeds and publishers send abstracts. Tolerant: what is no tag stays text ("p &lt; 0.05").</summary>
internal static class MarkupText
{
    /// <summary>A tag that has not ended by then is none; MathML carries the longest.</summary>
    private const int LongestTag = 5000;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "li", "ul", "ol", "sec", "title", "h1", "h2", "h3", "h4", "tr", "table", "blockquote", "disp-formula", "list", "list-item",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "annotation" };

    /// <summary>Headings that only say that this is an abstract.</summary>
    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase) { "Abstract", "Summary", "ABSTRACT:" };

    /// <summary>Takes tags away and decodes entities. Blocks become paragraphs; null stays null.</summary>
    internal static string? Of(string? markup)
    {
        if (markup is null || markup.AsSpan().IndexOfAny('<', '&') < 0)
            return markup;

        // Publishers send each formula as TeX and as MathML; one is enough.
        var dropsMathMl = markup.Contains("tex-math", StringComparison.OrdinalIgnoreCase);
        var output = new StringBuilder(markup.Length);
        var at = 0;
        while (at < markup.Length)
        {
            var open = markup.IndexOf('<', at);
            if (open < 0)
                break;

            output.Append(markup, at, open - at);
            var end = TagEnd(markup, open);
            if (end < 0)
            {
                output.Append('<');
                at = open + 1;
                continue;
            }

            var name = Name(markup.AsSpan(open + 1, end - open - 2), out var isClosing);
            at = !isClosing && markup[end - 2] != '/' && (Hidden.Contains(name) || (dropsMathMl && name == "math")) ? PastContent(markup, end, name) : end;
            if (Blocks.Contains(name))
            {
                DropHeading(output, isTitle: isClosing && name == "title");
                output.Append("\n\n");
            }
        }

        output.Append(markup, at, markup.Length - at);
        return WebUtility.HtmlDecode(output.ToString());
    }

    private static int TagEnd(string text, int open)
    {
        var next = open + 1 < text.Length ? text[open + 1] : ' ';
        if (text.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            return text.IndexOf("-->", open, StringComparison.Ordinal) is > 0 and var comment ? comment + 3 : -1;

        if (!char.IsAsciiLetter(next) && next is not ('/' or '!'))
            return -1;

        var end = text.AsSpan(open + 1, Math.Min(LongestTag, text.Length - open - 1)).IndexOfAny('<', '>');
        return end >= 0 && text[open + 1 + end] == '>' ? open + 2 + end : -1;
    }

    /// <summary>The element's name without prefix.</summary>
    private static string Name(ReadOnlySpan<char> tag, out bool isClosing)
    {
        isClosing = tag.StartsWith('/');
        tag = isClosing ? tag[1..] : tag;
        var length = tag.IndexOfAny(" \t\r\n/");
        tag = length < 0 ? tag : tag[..length];
        return tag[(tag.IndexOf(':') + 1)..].ToString();
    }

    private static int PastContent(string text, int from, string name)
    {
        var at = from;
        while ((at = text.IndexOf("</", at, StringComparison.Ordinal)) >= 0)
        {
            var end = TagEnd(text, at);
            if (end > 0 && Name(text.AsSpan(at + 1, end - at - 2), out _).Equals(name, StringComparison.OrdinalIgnoreCase))
                return end;

            at += 2;
        }

        return text.Length;
    }

    private static void DropHeading(StringBuilder output, bool isTitle)
    {
        if (isTitle && output.Length < 40 && Headings.Contains(output.ToString().Trim()))
            output.Clear();
    }
}
