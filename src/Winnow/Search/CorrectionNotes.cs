using Winnow.Index;

namespace Winnow.Search;

/// <summary>Says which words were replaced, in words as people write them: the index knows only their stems.</summary>
internal static class CorrectionNotes
{
    internal static IEnumerable<string> Of(SearchResult result, string typed, IReadOnlyList<SearchHit> hits)
    {
        foreach (var correction in result.Corrections)
        {
            var word = Spelling([typed], correction.Typed);
            var texts = hits.SelectMany(hit => hit.Paper.Abstract is { } text ? new[] { hit.Paper.Title, text } : [hit.Paper.Title]);
            var used = string.Join(" or ", correction.Used.Select(term => $"'{Spelling(texts, term)}'").Distinct());
            yield return used.Length == 0 ? $"No paper here says '{word}'." : $"No paper here says '{word}', so {used} was searched instead.";
        }
    }

    /// <summary>How the first of the texts that holds the term spells it, in lower case.</summary>
    private static string Spelling(IEnumerable<string> texts, string term)
    {
        foreach (var text in texts)
        {
            foreach (var found in SearchIndex.Analyze(text))
            {
                if (found.Value == term && found.Length > 0)
                {
                    return text.Substring(found.Start, found.Length).ToLowerInvariant();
                }
            }
        }

        return term;
    }
}
