using System.Numerics;
using System.Runtime.InteropServices;
using Winnow.Index;

namespace Winnow.Search.Highlighting;

/// <summary>Marks the words of a text that a query found, by the index's own analysis, so that other forms of a word and other spellings are marked too.</summary>
/// <param name="terms">The terms that the query stands for.</param>
internal sealed class Highlighter(IReadOnlySet<string> terms)
{
    /// <summary>Two to three lines of a page.</summary>
    private const int SnippetLength = 280;

    private const string Ellipsis = "…";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal HighlightedText Whole(string text) => new(text, Marks(text, new Passage(text)).ConvertAll(mark => (mark.Start, mark.Length)));

    /// <summary>The passage that holds most of the terms, the first of those that do; its ends are marked with an ellipsis where the text goes on.</summary>
    internal HighlightedText Snippet(string text)
    {
        var passage = new Passage(text);
        var marks = Marks(text, passage);
        var (start, end) = Window(passage, marks);
        var before = start > 0 ? Ellipsis + " " : "";
        var after = end < text.Length ? " " + Ellipsis : "";
        return new HighlightedText(
            before + text[start..end] + after,
            [.. marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end).Select(mark => (mark.Start - start + before.Length, mark.Length))]);
    }

    private (int Start, int End) Window(Passage passage, List<Mark> marks)
    {
        var best = (Start: 0, End: passage.End(0, SnippetLength));
        if (best.End == passage.Length)
        {
            return best;
        }

        var bestScore = Score(marks, best.Start, best.End);
        var latest = passage.Length - (SnippetLength / 2);
        foreach (var start in passage.SentenceStarts.Where(start => start <= latest))
        {
            // The beginning of the abstract says most; elsewhere the later of equals has less before its first mark.
            Consider(start, asGood: best.Start > 0);
        }

        foreach (var mark in marks)
        {
            Consider(passage.WordStart(Math.Clamp(mark.Start - (SnippetLength / 4), 0, latest)), asGood: false);
        }

        return best;

        void Consider(int start, bool asGood)
        {
            var end = passage.End(start, SnippetLength);
            var score = Score(marks, start, end);
            if (score > bestScore || (asGood && score == bestScore))
            {
                (best, bestScore) = ((start, end), score);
            }
        }
    }

    private int Score(List<Mark> marks, int start, int end)
    {
        const int worthOfAnotherTerm = 100;
        Span<ulong> seen = stackalloc ulong[(_numbers.Count + 63) / 64];
        seen.Clear();
        var (count, distinct) = (0, 0);
        foreach (var mark in marks)
        {
            if (mark.Start >= start && mark.Start + mark.Length <= end)
            {
                count++;
                seen[mark.Term >> 6] |= 1UL << (mark.Term & 63);
            }
        }

        foreach (var word in seen)
        {
            distinct += BitOperations.PopCount(word);
        }

        return (worthOfAnotherTerm * distinct) + Math.Min(count, worthOfAnotherTerm - 1);
    }

    /// <summary>Ascending and disjoint; none inside a formula, which is shown as one.</summary>
    private List<Mark> Marks(string text, Passage passage)
    {
        var marks = new List<Mark>();
        if (terms.Count == 0)
        {
            return marks;
        }

        foreach (var term in SearchIndex.Analyze(text).Where(term => terms.Contains(term.Value)).OrderBy(term => term.Start).ThenByDescending(term => term.Length))
        {
            var covered = marks.Count > 0 && term.Start < marks[^1].Start + marks[^1].Length;
            if (!covered && term.Length > 0 && !passage.TouchesFormula(term.Start, term.Length))
            {
                marks.Add(new Mark(term.Start, term.Length, Number(term.Value)));
            }
        }

        return marks;
    }

    private int Number(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
        return number = known ? number : _numbers.Count - 1;
    }

    /// <param name="Term">Its number: one for each of the terms that were marked, from 0.</param>
    private readonly record struct Mark(int Start, int Length, int Term);
}
