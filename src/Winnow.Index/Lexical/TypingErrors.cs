using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>
/// What was probably meant by a word that no document has: a term with the same first letter, one edit away, or two from eight letters on. A word of four letters
/// has too many neighbours for that, and a shorter one is never meant, for any word ends as some ending does: only two that changed places are put right in it, and nothing where its s may be a plural's. Words of grammar, numbers and names are left alone, and never meant.
/// </summary>
internal static class TypingErrors
{
    private const int ShortestCorrected = 4;
    private const int AnyEditFrom = 5;
    private const int TwoEditsFrom = 8;

    // Another edit is believed where so many times the documents speak for it: a mistake that a document makes is one edit away too.
    private const double DocumentsPerEdit = 50;

    // The dictionary holds stems, and an error can keep the stemmer from an ending: "learnign" is compared with "learning".
    private static readonly string[] Endings = ["", "s", "e", "er", "ers", "ed", "ing", "ly", "al", "ment", "ement", "ion", "ation", "ations"];
    private static readonly int LongestEnding = Endings.Max(ending => ending.Length);

    /// <param name="statistics">The terms.</param>
    /// <param name="typed">As typed, capitals included.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="stem">The same, stemmed.</param>
    /// <returns>The likeliest term; null when none is near.</returns>
    internal static string? Meant(TermStatistics statistics, ReadOnlySpan<char> typed, string folded, string stem)
    {
        if (folded.Length < ShortestCorrected || !folded.All(char.IsLetter) || (folded.Length < AnyEditFrom && folded[^1] == 's') || IsName(typed) || QuestionWords.IsGrammar(folded))
        {
            return null;
        }

        var (meant, best) = ((string?)null, 0.0);
        foreach (var (term, frequency) in statistics.StartingWith(folded[..1]))
        {
            if (frequency > 0 && term.Length >= ShortestCorrected && Edits(folded, stem, term) is { } edits && term.All(char.IsLetter) && !QuestionWords.IsGrammar(term))
            {
                var likelihood = frequency / Math.Pow(DocumentsPerEdit, edits);
                var better = likelihood > best || (likelihood == best && string.CompareOrdinal(term, meant) < 0);
                (meant, best) = better ? (term, likelihood) : (meant, best);
            }
        }

        return meant;
    }

    private static int? Edits(string folded, string stem, string term)
    {
        var least = Edits(stem, term);
        Span<char> surface = stackalloc char[term.Length + LongestEnding];
        term.CopyTo(surface);
        foreach (var ending in Endings)
        {
            ending.CopyTo(surface[term.Length..]);
            least = Least(least, Edits(folded, surface[..(term.Length + ending.Length)]));
        }

        return least;
    }

    /// <returns>Null when there are more than a word of this length may have.</returns>
    private static int? Edits(string word, ReadOnlySpan<char> other)
    {
        if (word.Length < ShortestCorrected)
        {
            return null;
        }

        var limit = word.Length >= TwoEditsFrom ? 2 : 1;
        var edits = EditDistance.Compute(word, other, limit);
        return edits <= limit && (word.Length >= AnyEditFrom || AreNeighboursSwapped(word, other)) ? edits : null;
    }

    // At one edit's distance, two letters differ only where neighbours changed places.
    private static bool AreNeighboursSwapped(string word, ReadOnlySpan<char> other)
    {
        var differing = word.Length == other.Length ? 0 : -1;
        for (var i = 0; i < word.Length && differing >= 0; i++)
        {
            differing += word[i] == other[i] ? 0 : 1;
        }

        return differing == 2;
    }

    // "LLaVA" and "BERT" are spelled with care.
    private static bool IsName(ReadOnlySpan<char> typed)
    {
        for (var i = 1; i < typed.Length; i++)
        {
            if (char.IsUpper(typed[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Least(int? a, int? b) => a is null || b < a ? b : a;
}
