using System.Numerics.Tensors;
using Winnow.Index;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>
/// One ranking out of words and meaning: <c>score = words / bestWords + MeaningWeight · cosine</c>. The words' score is divided by the query's best one, so that
/// its part lies between 0 and 1 however long the query is. The cosine is taken with the question moved towards what was found first (Rocchio 1971 in vector
/// space): <c>q' = q/|q| + FeedbackWeight · mean of the first papers' vectors</c>, which finds papers that say it in other words again.
/// </summary>
internal sealed class HybridRanking
{
    /// <summary>Chosen by <c>./do bench quality</c>, like the two below; between 1.5 and 3 its figures change by less than a point.</summary>
    internal const double MeaningWeight = 2;

    internal const int FeedbackPapers = 5;

    internal const float FeedbackWeight = 0.6f;

    /// <summary>Papers taken from each side; further down neither order is worth having.</summary>
    internal const int Depth = 200;

    private readonly PaperVectors _vectors;
    private readonly QueryDocuments _admitted;
    private readonly Dictionary<long, double> _words;
    private readonly double _bestWords;

    private HybridRanking(PaperVectors vectors, QueryDocuments admitted, IReadOnlyList<Hit> words)
    {
        (_vectors, _admitted) = (vectors, admitted);
        _words = words.ToDictionary(hit => hit.Id, hit => (double)hit.Score);
        _bestWords = words[0].Score;
    }

    /// <param name="vectors">The vectors that answer.</param>
    /// <param name="admitted">What may be in the answer.</param>
    /// <param name="words">The best papers by their words, best first; at least one.</param>
    /// <param name="question">The question's vector.</param>
    /// <returns>Best first: the papers of <paramref name="words"/> and those that only their meaning brings up.</returns>
    internal static IReadOnlyList<HybridHit> Rank(PaperVectors vectors, QueryDocuments admitted, IReadOnlyList<Hit> words, float[] question)
    {
        var ranking = new HybridRanking(vectors, admitted, words);
        var first = ranking.RankBy(question);
        return ranking.MoveTowards(question, first) is { } moved ? ranking.RankBy(moved) : first;
    }

    private List<HybridHit> RankBy(float[] question)
    {
        var cosines = _vectors.Nearest(question, Depth, _admitted.Contains).ToDictionary(hit => hit.Id, hit => (double)hit.Similarity);
        var vector = new float[question.Length];
        foreach (var id in _words.Keys)
        {
            if (!cosines.ContainsKey(id) && _vectors.TryGet(new PaperId(id), vector))
            {
                cosines[id] = TensorPrimitives.Dot(question, vector);
            }
        }

        foreach (var id in cosines.Keys)
        {
            if (!_words.ContainsKey(id))
            {
                _words[id] = _admitted.Score(id);
            }
        }

        return
        [
            .. _words.Select(pair => new HybridHit(pair.Key, pair.Value / _bestWords, cosines.GetValueOrDefault(pair.Key)))
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Id),
        ];
    }

    /// <summary>Null when none of the first papers has a vector yet.</summary>
    private float[]? MoveTowards(float[] question, List<HybridHit> first)
    {
        var sum = new float[question.Length];
        var vector = new float[question.Length];
        var found = 0;
        foreach (var hit in first.Take(FeedbackPapers))
        {
            if (_vectors.TryGet(new PaperId(hit.Id), vector))
            {
                TensorPrimitives.Add(sum, vector, sum);
                found++;
            }
        }

        if (found == 0)
        {
            return null;
        }

        TensorPrimitives.MultiplyAdd(sum, FeedbackWeight / found, question, sum);
        TensorPrimitives.Divide(sum, TensorPrimitives.Norm(sum), sum);
        return sum;
    }
}
