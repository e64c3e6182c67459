using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Other terms that a typed word may stand for.</summary>
internal static class WordExpansion
{
    private const int MaxCorrections = 3;
    private const int MaxCompletions = 16;
    private const int TwoEditsFrom = 8;
    private const int ShortestCorrected = 4;
    private static readonly string[] Endings = ["", "s", "er", "ers", "ed", "ing", "ly", "ment", "ation", "ations"];

    /// <summary>The parts in which documents spell a compound that is written as one: "text to speech" for "texttospeech"; the commonest spelling.</summary>
    internal static string[]? Parts(TermStatistics statistics, string joined)
    {
        var prefix = $"{Analyzer.SpellingMark}{joined}{Analyzer.SpellingSeparator}";
        var spellings = statistics.StartingWith(prefix).Where(pair => pair.Value > 0).ToList();
        return spellings.Count == 0 ? null : spellings.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key[prefix.Length..].Split(' ');
    }

    /// <summary>Live terms nearest to a word that no document has: fewest edits first, then commonest; same first letter.</summary>
    /// <param name="folded">As typed; the dictionary holds stems, and a typo can keep the stemmer from its ending, so endings are taken off here too.</param>
    internal static List<string> Corrections(TermStatistics statistics, string folded, string stem)
    {
        // A number that is one digit away is another number.
        if (folded.Length < ShortestCorrected || char.IsSurrogate(folded[0]) || folded.All(char.IsDigit))
        {
            return [];
        }

        var edits = folded.Length >= TwoEditsFrom ? 2 : 1;
        var forms = Endings.Where(ending => folded.Length - ending.Length >= ShortestCorrected && folded.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => folded[..^ending.Length]).Append(stem).Distinct(StringComparer.Ordinal).ToList();
        return [.. statistics.StartingWith(folded[..1])
            .Where(pair => pair.Value > 0)
            .Select(pair => (pair.Key, pair.Value, Distance: forms.Min(form => EditDistance.Compute(form, pair.Key, edits))))
            .Where(found => found.Distance <= edits)
            .OrderBy(found => found.Distance).ThenByDescending(found => found.Value).ThenBy(found => found.Key, StringComparer.Ordinal)
            .Take(MaxCorrections)
            .Select(found => found.Key)];
    }

    /// <summary>The commonest terms that begin with what was typed so far.</summary>
    internal static List<string> Completions(TermStatistics statistics, string folded) =>
        [.. statistics.StartingWith(folded)
            .Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MaxCompletions)
            .Select(pair => pair.Key)];
}
