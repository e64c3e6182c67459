using Winnow.Index;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>Papers like one paper, by shared telling words and by meaning, ranked by the same sum as a search, without its feedback.</summary>
internal static class SimilarPapers
{
    /// <param name="answering">The vectors of the models that answer.</param>
    /// <param name="words">Papers that share its most telling words, best first, itself left out.</param>
    /// <returns>Best first; <paramref name="words"/> as they are when the paper has no vector yet.</returns>
    internal static IReadOnlyList<Hit> Rank(IReadOnlyList<PaperVectors> answering, PaperId paper, IReadOnlyList<Hit> words)
    {
        var asked = new List<AskedMeaning>(answering.Count);
        foreach (var vectors in answering)
        {
            var own = new float[vectors.Model.Dimensions];
            if (vectors.TryGet(paper, own))
            {
                asked.Add(new AskedMeaning(vectors, own));
            }
        }

        if (asked.Count == 0)
        {
            return words;
        }

        var share = words.Count == 0 ? 0 : HybridRanking.WordsWeight(words) / words[0].Score;
        var shared = words.ToDictionary(hit => hit.Id, hit => hit.Score * share);
        foreach (var near in asked.SelectMany(meaning => meaning.Vectors.Nearest(meaning.Vector, HybridRanking.Depth, id => id != paper.Value)))
        {
            shared.TryAdd(near.Id, 0);
        }

        return [.. HybridRanking.Rank(asked, [.. shared.Keys], [.. shared.Values], feedback: false).Select(hit => new Hit(hit.Id, (float)hit.Score))];
    }
}
