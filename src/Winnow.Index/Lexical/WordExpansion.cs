using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Other terms that a typed word may stand for.</summary>
internal static class WordExpansion
{
    private const int MaxCompletions = 16;

    /// <summary>The commonest terms that begin with what was typed so far.</summary>
    internal static List<string> Completions(TermStatistics statistics, string folded) =>
        [.. statistics.StartingWith(folded)
            .Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MaxCompletions)
            .Select(pair => pair.Key)];

    /// <summary>The parts in which documents spell a compound that is written as one: "text to speech" for "texttospeech"; the commonest spelling.</summary>
    internal static string[]? Parts(TermStatistics statistics, string joined)
    {
        var prefix = $"{Analyzer.SpellingMark}{joined}{Analyzer.SpellingSeparator}";
        var spellings = statistics.StartingWith(prefix).Where(pair => pair.Value > 0).ToList();
        return spellings.Count == 0 ? null : spellings.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key[prefix.Length..].Split(' ');
    }
}
