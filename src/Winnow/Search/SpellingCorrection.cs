using Winnow.Index;
using Winnow.Papers;
using Winnow.Search.Language;

namespace Winnow.Search;

/// <summary>Puts words that papers have in the place of mistyped ones. The index knows which terms were meant; how people write them, papers say.</summary>
internal static class SpellingCorrection
{
    /// <param name="reader">Knows the terms of all papers.</param>
    /// <param name="library">Has the papers.</param>
    /// <param name="parsed">The question.</param>
    /// <param name="words">Its words in free text.</param>
    /// <param name="isWord">Words that are right although no paper here has them: a small library lacks many.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when there is nothing to put right.</returns>
    internal static async Task<CorrectedQuery?> FindAsync(
        SearchIndex reader, IPaperLibrary library, ParsedQuery parsed, WordsQuery words, Predicate<string> isWord, CancellationToken cancel)
    {
        var spellings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var correction in reader.Corrections(words, isWord))
        {
            var papers = await library.GetAsync([.. correction.Documents.Select(id => new PaperId(id))], cancel);
            if (Spellings(papers, correction.Meant) is { Count: > 0 } known)
            {
                spellings.Add(correction.Typed, known);
            }
        }

        var unknown = new List<string>();
        var clauses = parsed.Clauses.Select(clause => clause is WordClause { Excluded: false } word ? new WordClause(Replace(word.Word, spellings, unknown)) : clause).ToList();
        return unknown.Count == 0 ? null : new CorrectedQuery(new ParsedQuery(clauses, []).ToString(), [.. unknown.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The words of the papers that have this term, in lower case, commonest first: "network", "networks".</summary>
    private static List<string> Spellings(IEnumerable<Paper> papers, string term) =>
    [
        .. papers.SelectMany(Texts)
            .SelectMany(text => SearchIndex.Analyze(text).Where(found => found.Value == term && found.Length > 0).Select(found => text.Substring(found.Start, found.Length)))
            .CountBy(word => word.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key),
    ];

    private static IEnumerable<string> Texts(Paper paper) =>
        new[] { paper.Title, paper.Abstract, paper.Tldr }.Concat(paper.Authors.Select(author => author.Name)).Concat(paper.Keywords).OfType<string>();

    /// <summary>Each mistyped word gives way to the spelling that begins and ends most as it does, or else is as long: who types "lerning" means neither "learn" nor "learned".</summary>
    private static string Replace(string text, Dictionary<string, IReadOnlyList<string>> spellings, List<string> unknown)
    {
        var mistyped = SearchIndex.Analyze(text).Where(term => spellings.ContainsKey(term.Value)).ToList();
        unknown.AddRange(mistyped.Select(term => text.Substring(term.Start, term.Length)));
        // From the end, so that what stands before keeps its place.
        foreach (var term in Enumerable.Reverse(mistyped))
        {
            var typed = text.Substring(term.Start, term.Length).ToLowerInvariant();
            var spelling = spellings[term.Value].MinBy(spelling => (-Shared(spelling, typed), Math.Abs(spelling.Length - typed.Length)));
            text = string.Concat(text.AsSpan(0, term.Start), spelling, text.AsSpan(term.Start + term.Length));
        }

        return text;
    }

    /// <summary>Letters at the beginning and at the end that two words have in common.</summary>
    private static int Shared(string one, string other)
    {
        var most = Math.Min(one.Length, other.Length);
        var beginning = one.AsSpan().CommonPrefixLength(other);
        var ending = 0;
        while (beginning + ending < most && one[^(ending + 1)] == other[^(ending + 1)])
        {
            ending++;
        }

        return beginning + ending;
    }
}
