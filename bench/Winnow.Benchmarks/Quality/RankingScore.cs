using Winnow.Papers;

namespace Winnow.Benchmarks.Quality;

/// <summary>How good rankings are, by the usual measures.</summary>
internal static class RankingScore
{
    /// <summary>Gain 2^grade − 1, discounted by log2(rank + 1), over the best possible ranking's.</summary>
    internal static double Ndcg(IReadOnlyList<PaperId> ranking, IReadOnlyDictionary<PaperId, int> grades, int depth)
    {
        var found = ranking.Take(depth).Select((id, i) => Gain(grades.GetValueOrDefault(id)) / Math.Log2(i + 2)).Sum();
        var best = grades.Values.OrderDescending().Take(depth).Select((grade, i) => Gain(grade) / Math.Log2(i + 2)).Sum();
        return found / best;
    }

    internal static double Recall(IReadOnlyList<PaperId> ranking, IReadOnlyDictionary<PaperId, int> grades, int depth) =>
        (double)ranking.Take(depth).Count(id => grades.GetValueOrDefault(id) > 0) / grades.Values.Count(grade => grade > 0);

    private static double Gain(int grade) => Math.Pow(2, grade) - 1;
}
