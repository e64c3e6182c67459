namespace Winnow.Papers.Identifiers;

/// <summary>Takes away what a sentence leaves around a pasted id: spaces, quotes, brackets, a full stop.</summary>
internal static class TrailingPunctuation
{
    private const string Leading = "\"'<([{«“‘„";
    private const string Trailing = ".,;:!?\"'»”’…。，";
    private const string Closing = ")]}>";
    private const string Opening = "([{<";

    /// <summary>
    /// A closing bracket goes only when it closes nothing, since DOIs may hold pairs (<c>10.1016/s0140-6736(20)30183-5</c>).
    /// </summary>
    internal static string Trim(string text)
    {
        var span = text.AsSpan().Trim();
        span = span.TrimStart(Leading);
        Span<int> open = stackalloc int[Opening.Length];
        for (var i = 0; i < Opening.Length; i++)
            open[i] = span.Count(Opening[i]) - span.Count(Closing[i]);

        while (!span.IsEmpty)
        {
            var last = span[^1];
            var bracket = Closing.IndexOf(last, StringComparison.Ordinal);
            if (bracket >= 0 && open[bracket] < 0)
                open[bracket]++;
            else if (!char.IsWhiteSpace(last) && !Trailing.Contains(last, StringComparison.Ordinal))
                break;

            span = span[..^1];
        }

        return span.Length == text.Length ? text : span.ToString();
    }
}
