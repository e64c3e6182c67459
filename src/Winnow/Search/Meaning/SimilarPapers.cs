using System.Numerics.Tensors;
using Winnow.Index;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>Papers like one paper, by shared telling words and by meaning, ranked as a search is: <c>words / bestWords + MeaningWeight · cosine</c>.</summary>
internal static class SimilarPapers
{
    /// <param name="words">Papers that share its most telling words, best first, itself left out.</param>
    /// <returns>Best first; <paramref name="words"/> as they are when the paper has no vector yet.</returns>
    internal static IReadOnlyList<Hit> Rank(PaperVectors vectors, PaperId paper, IReadOnlyList<Hit> words)
    {
        var own = new float[vectors.Model.Dimensions];
        if (!vectors.TryGet(paper, own))
        {
            return words;
        }

        var best = words.Count == 0 ? 1 : words[0].Score;
        var shared = words.ToDictionary(hit => hit.Id, hit => (double)hit.Score / best);
        var cosines = vectors.Nearest(own, HybridRanking.Depth, id => id != paper.Value).ToDictionary(hit => hit.Id, hit => (double)hit.Similarity);
        var other = new float[own.Length];
        foreach (var id in shared.Keys.Where(id => !cosines.ContainsKey(id)))
        {
            cosines[id] = vectors.TryGet(new PaperId(id), other) ? TensorPrimitives.Dot(own, other) : 0;
        }

        return
        [
            .. cosines.Select(pair => new HybridHit(pair.Key, shared.GetValueOrDefault(pair.Key), pair.Value))
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Id)
                .Select(hit => new Hit(hit.Id, (float)hit.Score)),
        ];
    }
}
