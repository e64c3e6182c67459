namespace Winnow.Web.Typesetting;

/// <summary>Finds TeX maths in running text.</summary>
internal static class MathSpans
{
    /// <summary>
    /// The pieces between <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>, delimiters included, ascending and disjoint. A single dollar opens only before
    /// a non-space and closes only after one and not before a digit (Pandoc's rule), so that "$5 and $10" stays money.
    /// </summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text)
    {
        List<(int, int)>? spans = null;
        var i = 0;
        while (i < text.Length - 1)
        {
            var next = text.AsSpan(i + 1).IndexOfAny('$', '\\');
            var at = text[i] is '$' or '\\' ? i : next < 0 ? text.Length : i + 1 + next;
            var end = at < text.Length - 1 ? EndOf(text, at) : -1;
            if (end > 0)
            {
                (spans ??= []).Add((at, end - at));
                i = end;
            }
            else
            {
                // An escaped dollar or backslash is two characters that open nothing.
                i = at + (at < text.Length && text[at] == '\\' ? 2 : 1);
            }
        }

        return spans ?? (IReadOnlyList<(int, int)>)[];
    }

    private static int EndOf(string text, int at)
    {
        if (text[at] == '\\')
        {
            var closing = text[at + 1] switch { '(' => "\\)", '[' => "\\]", _ => null };
            var found = closing is null ? -1 : text.IndexOf(closing, at + 2, StringComparison.Ordinal);
            return found < 0 ? -1 : found + 2;
        }

        if (text[at + 1] == '$')
        {
            var found = text.IndexOf("$$", at + 2, StringComparison.Ordinal);
            return found <= at + 2 ? -1 : found + 2;
        }

        return char.IsWhiteSpace(text[at + 1]) ? -1 : EndOfDollar(text, at);
    }

    private static int EndOfDollar(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '$')
            {
                var closes = !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]));
                return closes ? i + 1 : -1;
            }
        }

        return -1;
    }
}
