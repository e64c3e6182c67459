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
    /// <param name="words">The best papers by their words, best first; none where no paper has one of them, and meaning ranks alone.</param>
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
        return Rank(near.Asked, [.. scores.Keys], [.. scores.Values.Select(score => words.Count == 0 ? 0 : weight * score / words[0].Score)], feedback: true);
    }

    /// <summary>
    /// How much words count: <c>0.5 + 2 · (1 − mean of the second to tenth score / best score)</c>. Where the ten best are level, the question's words are common ones
    /// and say little; where one stands out, they name it.
    /// </summary>
    /// <param name="words">Best first.</param>
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
            var vectors = asked.Select(meaning => meaning.Vector).ToArray();
            var cosines = ranking.Cosines(vectors);
            var scores = ranking.Scores(cosines);
            if (feedback)
            {
                cosines = ranking.Cosines(ranking.Moved(scores));
                scores = ranking.Scores(cosines);
            }

            return Array.ConvertAll(ranking.Order(scores), candidate => ranking.Hit(candidate, cosines));
        }
        finally
        {
            Array.ForEach(ranking._vectors, vectors => vectors.Dispose());
        }
    }

    /// <summary>The candidates, best first; of equal ones the smaller id.</summary>
    private int[] Order(double[] scores)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => scores[a] == scores[b] ? _papers[a].CompareTo(_papers[b]) : scores[b].CompareTo(scores[a]));
        return order;
    }

    private double[] Scores(double[][] cosines)
    {
        var scores = new double[_papers.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var sum = 0.0;
            foreach (var own in cosines)
            {
                sum += own[i];
            }

            scores[i] = HybridHit.Sum(_words[i], sum);
        }

        return scores;
    }

    private HybridHit Hit(int candidate, double[][] cosines)
    {
        var own = new MeaningCosine[cosines.Length];
        for (var model = 0; model < own.Length; model++)
        {
            own[model] = new MeaningCosine(cosines[model][candidate], _vectors[model].Knows(candidate));
        }

        return new HybridHit(_papers[candidate], _words[candidate], own);
    }

    /// <summary>For each model the cosine of every candidate, known or estimated.</summary>
    private double[][] Cosines(float[][] asked)
    {
        var cosines = new double[asked.Length][];
        for (var model = 0; model < asked.Length; model++)
        {
            var own = cosines[model] = new double[_papers.Length];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = _vectors[model].Knows(i) ? _vectors[model].Cosine(asked[model], i) : 0;
            }
        }

        Estimate(cosines);
        return cosines;
    }

    /// <summary>
    /// A paper that a model has not read yet is neither lost nor favoured: it stands as far from that model's mean over the candidates as it stands from the
    /// others' means; at the mean when nobody has read it.
    /// </summary>
    private void Estimate(double[][] cosines)
    {
        var all = Enumerable.Range(0, _papers.Length);
        if (all.All(i => Array.TrueForAll(_vectors, vectors => vectors.Knows(i))))
        {
            return;
        }

        var means = cosines.Select((own, model) => all.Where(_vectors[model].Knows).Select(i => own[i]).DefaultIfEmpty(0).Average()).ToArray();
        for (var model = 0; model < cosines.Length; model++)
        {
            foreach (var i in all.Where(i => !_vectors[model].Knows(i)))
            {
                cosines[model][i] = means[model] + Enumerable.Range(0, cosines.Length).Where(other => _vectors[other].Knows(i))
                    .Select(other => cosines[other][i] - means[other]).DefaultIfEmpty(0).Average();
            }
        }
    }

    private float[][] Moved(double[] scores)
    {
        var order = Order(scores);
        var top = order.Take(FeedbackPapers).Select(i => (Candidate: i, Pull: Math.Exp((scores[i] - scores[order[0]]) / FeedbackWidth))).ToList();
        var all = top.Sum(paper => paper.Pull);
        return [.. _asked.Select((meaning, model) => _vectors[model].MoveTowards(meaning.Vector, top.Select(paper => (paper.Candidate, paper.Pull / all))))];
    }
}
