using System.Globalization;
using Winnow.Index;

namespace Winnow.Search.Meaning;

/// <summary>Ranks one search's papers by words and meaning, and says afterwards what either found.</summary>
internal sealed class HybridSearch
{
    /// <summary>Of the best paper's nearness; what is further off is in the ranking and not worth a page.</summary>
    private const double NearShare = 0.5;

    private readonly SearchIndex _reader;
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<EmbeddingModel> _models;
    private readonly double _wordsWeight;
    private readonly Dictionary<long, HybridHit> _hits;

    private HybridSearch(SearchIndex reader, QueryPlan plan, IReadOnlyList<EmbeddingModel> models, double wordsWeight, IReadOnlyList<HybridHit> ranked)
    {
        (_reader, _plan, _models, _wordsWeight) = (reader, plan, models, wordsWeight);
        _hits = ranked.ToDictionary(hit => hit.Id);
        Hits = [.. ranked.Select(hit => new Hit(hit.Id, (float)hit.Score))];
    }

    /// <summary>Best first.</summary>
    internal IReadOnlyList<Hit> Hits { get; }

    /// <param name="near">What the models that answer found.</param>
    /// <param name="words">The best papers by their words, from the first on; none where no paper has one of them.</param>
    internal static HybridSearch Rank(NearPapers near, SearchIndex reader, QueryPlan plan, IReadOnlyList<Hit> words) => new(
        reader,
        plan,
        [.. near.Asked.Select(meaning => meaning.Vectors.Model)],
        HybridRanking.WordsWeight(words),
        HybridRanking.Rank(near, [.. words.Take(HybridRanking.Depth)]));

    /// <summary>How many papers beside those that match are near: at least half as near as the nearest.</summary>
    /// <param name="words">The ranking by words: it holds papers that match, and goes on with others that have a word or two.</param>
    internal int CountNear(IReadOnlyList<Hit> words)
    {
        var matching = words.Where(hit => hit.Matches).Select(hit => hit.Id).ToHashSet();
        var least = NearShare * _hits.Values.Max(Nearness);
        return _hits.Values.Count(hit => Nearness(hit) >= least && !matching.Contains(hit.Id));

        static double Nearness(HybridHit hit) => hit.Cosines.Sum(cosine => cosine.Value);
    }

    /// <summary>The hit with its explanation; one that stands below the hybrid ranking is explained by its words alone.</summary>
    internal Hit Explained(Hit hit)
    {
        var words = _reader.Explain(_plan.Query, hit.Id);
        if (!_hits.TryGetValue(hit.Id, out var hybrid))
        {
            return hit with { Explanation = words };
        }

        return hit with
        {
            Explanation = new Explanation(
                hybrid.Score,
                "words and meaning together",
                [
                    new Explanation(hybrid.Words, Share(hybrid.Words / _wordsWeight), words is null ? [] : [words]),
                    .. hybrid.Cosines.Select((cosine, model) => Meaning(_models[model], cosine)),
                ]),
        };
    }

    private string Share(double share) => string.Create(
        CultureInfo.InvariantCulture, $"words: {_wordsWeight:0.00} times {share:0.000}, their share of the best paper's; they count more, the more the best paper stands out by them");

    private static Explanation Meaning(EmbeddingModel model, MeaningCosine cosine) => new(
        HybridRanking.MeaningWeight * cosine.Value,
        string.Create(
            CultureInfo.InvariantCulture,
            $"meaning: {HybridRanking.MeaningWeight:0.#} times the cosine {cosine.Value:0.000} of question and paper {Through(model)}{(cosine.Known ? "" : ", which has not read the paper yet: estimated")}"),
        []);

    private static string Through(EmbeddingModel model) => model.TranslatedFrom is { } asker
        ? $"through translated vectors of {model.Name}, which answers no more: the question is {asker}'s"
        : $"by the model {model.Name}";
}
