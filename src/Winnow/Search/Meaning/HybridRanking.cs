using Winnow.Index;

namespace Winnow.Search.Meaning;

/// <summary>
/// One ranking out of words and meaning: <c>score = WordsWeight · words / bestWords + MeaningWeight · Σ cosine</c>, the sum over the models that answer. The words'
/// score is divided by the query's best one, so that it is a share between 0 and 1 however long the query is, and counts as much as words tell papers apart. The
/// cosines are taken twice, the second time with the question moved towards the papers that the first ranking put on top, each by its share of certainty: a paper
/// that leads clearly pulls alone, ten that are level pull together. docs/search.md says how this was chosen and what it is worth.
/// </summary>
internal sealed class HybridRanking
{
    internal const double MeaningWeight = 3;

    /// <summary>Papers taken from the words and from each model; twice as many changed no figure of <c>./do bench quality</c>.</summary>
    internal const int Depth = 200;

    private const int FeedbackPapers = 10;

    /// <summary>A paper that scores so much less than the first pulls e times less.</summary>
    private const double FeedbackWidth = 0.2;

    /// <summary>What words count at least, and how much more where one paper has them all to itself.</summary>
    private const double LeastWords = 0.5;

    private const double CertainWords = 2;

    /// <summary>The best paper by words and those it is compared with.</summary>
    private const int LeadingPapers = 10;

    private readonly IReadOnlyList<AskedMeaning> _asked;
    private readonly long[] _papers;
    private readonly double[] _words;
    private readonly CandidateVectors[] _vectors;

    private HybridRanking(IReadOnlyList<AskedMeaning> asked, long[] papers, double[] words) =>
        (_asked, _papers, _words, _vectors) = (asked, papers, words, [.. asked.Select(meaning => new CandidateVectors(meaning.Vectors, papers))]);

    /// <param name="near">The papers nearest to the question, by each model that answers; at least one model.</param>
    /// <param name="words">The best papers by their words, best first; at least one.</param>
    /// <returns>Best first: the papers of <paramref name="words"/> and those that only their meaning brings up.</returns>
    internal static IReadOnlyList<HybridHit> Rank(NearPapers near, IReadOnlyList<Hit> words)
    {
        var scores = words.ToDictionary(hit => hit.Id, hit => (double)hit.Score);
        foreach (var (id, score) in near.Words)
        {
            // The ranking's own score of it, to the last bit, if the words found it too.
            scores.TryAdd(id, score);
        }

        var weight = WordsWeight(words);
        return Rank(near.Asked, [.. scores.Keys], [.. scores.Values.Select(score => weight * score / words[0].Score)], feedback: true);
    }

    /// <summary>
    /// How much words count: <c>0.5 + 2 · (1 − mean of the second to tenth score / best score)</c>. Where the ten best are level, the question's words are common ones
    /// and say little; where one stands out, they name it.
    /// </summary>
    /// <param name="words">Best first; at least one.</param>
    internal static double WordsWeight(IReadOnlyList<Hit> words)
    {
        var next = words.Skip(1).Take(LeadingPapers - 1).Select(hit => hit.Score / (double)words[0].Score).DefaultIfEmpty(0).Average();
        return LeastWords + (CertainWords * (1 - next));
    }

    /// <param name="asked">What is looked for as each model that answers sees it; at least one.</param>
    /// <param name="papers">What is ranked.</param>
    /// <param name="words">What their words add: their score over the best one, times <see cref="WordsWeight"/>.</param>
    /// <param name="feedback">Whether the best papers say more of what is looked for.</param>
    internal static IReadOnlyList<HybridHit> Rank(IReadOnlyList<AskedMeaning> asked, long[] papers, double[] words, bool feedback)
    {
        var ranking = new HybridRanking(asked, papers, words);
        try
        {
            var first = ranking.RankBy([.. asked.Select(meaning => meaning.Vector)]);
            return [.. (feedback ? ranking.RankBy(ranking.Moved(first)) : first).Select(ranked => ranked.Hit)];
        }
        finally
        {
            Array.ForEach(ranking._vectors, vectors => vectors.Dispose());
        }
    }

    /// <summary>Papers with their place among the candidates, best first.</summary>
    private List<(int Candidate, HybridHit Hit)> RankBy(float[][] vectors)
    {
        var cosines = vectors.Select((vector, model) => Cosines(_vectors[model], vector)).ToArray();
        var means = cosines.Select(Mean).ToArray();
        return
        [
            .. Enumerable.Range(0, _papers.Length)
                .Select(i => (Candidate: i, Hit: new HybridHit(_papers[i], _words[i], [.. cosines.Select((own, model) => own[i] ?? Estimate(cosines, means, model, i))])))
                .OrderByDescending(ranked => ranked.Hit.Score)
                .ThenBy(ranked => ranked.Hit.Id),
        ];
    }

    private MeaningCosine?[] Cosines(CandidateVectors vectors, float[] asked)
    {
        var cosines = new MeaningCosine?[_papers.Length];
        for (var i = 0; i < cosines.Length; i++)
        {
            cosines[i] = vectors.Knows(i) ? new MeaningCosine(vectors.Cosine(asked, i), Known: true) : null;
        }

        return cosines;
    }

    /// <summary>
    /// A paper that a model has not read yet is neither lost nor favoured: it stands as far from that model's mean over the candidates as it stands from the
    /// others' means; at the mean when nobody has read it.
    /// </summary>
    private static MeaningCosine Estimate(MeaningCosine?[][] cosines, double[] means, int model, int candidate)
    {
        var distance = Enumerable.Range(0, cosines.Length).Where(other => cosines[other][candidate] is not null)
            .Select(other => cosines[other][candidate]!.Value.Value - means[other]).DefaultIfEmpty(0).Average();
        return new MeaningCosine(means[model] + distance, Known: false);
    }

    private static double Mean(MeaningCosine?[] cosines) => cosines.Where(cosine => cosine is not null).Select(cosine => cosine!.Value.Value).DefaultIfEmpty(0).Average();

    private float[][] Moved(List<(int Candidate, HybridHit Hit)> first)
    {
        var top = first.Take(FeedbackPapers).Select(ranked => (ranked.Candidate, Pull: Math.Exp((ranked.Hit.Score - first[0].Hit.Score) / FeedbackWidth))).ToList();
        var all = top.Sum(paper => paper.Pull);
        return [.. _asked.Select((meaning, model) => _vectors[model].MoveTowards(meaning.Vector, top.Select(paper => (paper.Candidate, paper.Pull / all))))];
    }
}
