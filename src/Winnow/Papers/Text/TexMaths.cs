namespace Winnow.Papers.Text;

/// <summary>
/// Finds TeX maths in running text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>. Two prices ("$5 and $10") are not maths:
/// a dollar sign before a digit opens none when the next one follows a space or precedes a digit.
/// </summary>
public static class TexMaths
{
    /// <summary>The formulas from left to right with their delimiters; they do not overlap.</summary>
    public static IReadOnlyList<Range> Find(string text)
    {
        var found = new List<Range>();
        var scan = new Scan(text);
        for (var i = 0; i < text.Length;)
        {
            if (scan.TryMatch(i, out var end))
            {
                found.Add(i..end);
                i = end;
            }
            else
            {
                // A backslash takes the next character with it, so that "\$" opens nothing.
                i += text[i] == '\\' ? 2 : 1;
            }
        }

        return found;
    }

    /// <summary>Remembers that a delimiter does not close any more, which keeps a text of nothing but openings linear.</summary>
    internal struct Scan(string text)
    {
        private bool _noDisplayEnd;
        private bool _noRoundEnd;
        private bool _noSquareEnd;

        /// <summary>Whether a formula with its delimiters stands at <paramref name="start"/>, which must not itself be escaped.</summary>
        internal bool TryMatch(int start, out int end)
        {
            end = 0;
            if (start + 1 >= text.Length)
                return false;

            return (text[start], text[start + 1]) switch
            {
                ('$', '$') => TryClose("$$", start + 2, ref _noDisplayEnd, out end),
                ('$', _) => TryInline(start, out end),
                ('\\', '(') => TryClose("\\)", start + 2, ref _noRoundEnd, out end),
                ('\\', '[') => TryClose("\\]", start + 2, ref _noSquareEnd, out end),
                _ => false,
            };
        }

        private readonly bool TryClose(string delimiter, int from, ref bool noEnd, out int end)
        {
            end = 0;
            if (noEnd)
                return false;

            var at = text.IndexOf(delimiter, from, StringComparison.Ordinal);
            noEnd = at < 0;
            end = at + delimiter.Length;
            return at > from;
        }

        private readonly bool TryInline(int start, out int end)
        {
            end = start + 1;
            while (end < text.Length && text[end] != '$')
                end += text[end] == '\\' ? 2 : 1;

            if (end >= text.Length)
                return false;

            var content = text.AsSpan((start + 1)..end);
            end++;
            var isPrice = content.TrimStart() is [>= '0' and <= '9', ..]
                && (char.IsWhiteSpace(content[^1]) || text.AsSpan(end) is [>= '0' and <= '9', ..] or [' ', >= '0' and <= '9', ..]);
            return !isPrice && content.IndexOf("\n\n", StringComparison.Ordinal) < 0;
        }
    }
}
