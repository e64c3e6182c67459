using Winnow.Papers.Text;

namespace Winnow.Search.Highlighting;

/// <summary>Where a text may be cut: between words, never inside a formula.</summary>
internal sealed class Passage
{
    private readonly string _text;
    private readonly IReadOnlyList<Range> _formulas;

    internal Passage(string text)
    {
        _text = text;
        _formulas = TexMaths.Find(text);
        SentenceStarts = [.. FindSentenceStarts()];
    }

    /// <summary>Ascending; the first is 0.</summary>
    internal IReadOnlyList<int> SentenceStarts { get; }

    internal int Length => _text.Length;

    internal bool TouchesFormula(int start, int length)
    {
        foreach (var formula in _formulas)
        {
            if (start < formula.End.Value && start + length > formula.Start.Value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last word start at or before <paramref name="at"/>.</summary>
    internal int WordStart(int at)
    {
        while (at > 0 && !IsWordStart(at))
        {
            at--;
        }

        return at;
    }

    /// <summary>
    /// Where a window that begins at <paramref name="start"/> ends: after a sentence when one ends in its last third, else after a word; later than asked only
    /// when a formula or a word fills all of it.
    /// </summary>
    internal int End(int start, int length)
    {
        var limit = start + length;
        if (limit >= _text.Length)
        {
            return _text.Length;
        }

        var sentence = SentenceStarts.LastOrDefault(at => at <= limit + 1, 0);
        if (sentence > start + (length * 2 / 3))
        {
            return TrimEnd(sentence);
        }

        var word = WordStart(limit);
        if (word > start + (length / 2))
        {
            return TrimEnd(word);
        }

        // Scripts without spaces: any character outside a formula and not within a surrogate pair.
        var at = limit;
        while (at < _text.Length && (TouchesFormula(at - 1, 2) || char.IsLowSurrogate(_text[at])))
        {
            at++;
        }

        return at;
    }

    private bool IsWordStart(int at) => char.IsWhiteSpace(_text[at - 1]) && !char.IsWhiteSpace(_text[at]) && !TouchesFormula(at - 1, 2);

    private int TrimEnd(int end)
    {
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private IEnumerable<int> FindSentenceStarts()
    {
        yield return 0;
        for (var at = 2; at < _text.Length; at++)
        {
            // "et al. [3]" and "e.g. speech" are not ends: a sentence begins with a capital, a digit or a formula.
            if (char.IsWhiteSpace(_text[at - 1]) && _text[at - 2] is '.' or '!' or '?' && (char.IsUpper(_text[at]) || _text[at] == '$')
                && !TouchesFormula(at - 2, 2))
            {
                yield return at;
            }
        }
    }
}
