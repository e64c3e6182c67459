using System.Globalization;
using Winnow.Index;

namespace Winnow.Search.Meaning;

/// <summary>Ranks one search's papers by words and meaning, and says afterwards what either found.</summary>
internal sealed class HybridSearch
{
    private readonly SearchIndex _reader;
    private readonly QueryPlan _plan;
    private readonly string _model;
    private readonly Dictionary<long, HybridHit> _hits;

    private HybridSearch(SearchIndex reader, QueryPlan plan, string model, IReadOnlyList<HybridHit> ranked)
    {
        (_reader, _plan, _model) = (reader, plan, model);
        _hits = ranked.ToDictionary(hit => hit.Id);
        Hits = [.. ranked.Select(hit => new Hit(hit.Id, (float)hit.Score))];
    }

    /// <summary>Best first.</summary>
    internal IReadOnlyList<Hit> Hits { get; }

    /// <param name="words">The best papers by their words, from the first on.</param>
    /// <returns>Null when there is nothing to rank by meaning: no free text, no vectors, or no paper that has any of the words.</returns>
    internal static async Task<HybridSearch?> RankAsync(PaperVectors vectors, SearchIndex reader, QueryPlan plan, IReadOnlyList<Hit> words, CancellationToken cancel)
    {
        if (plan.FreeText.Length == 0 || vectors.Papers == 0 || words.Count == 0)
        {
            return null;
        }

        var question = await vectors.Model.EmbedQueryAsync(plan.FreeText, cancel);
        using var admitted = reader.Admitted(plan.Query, plan.Filters);
        return admitted is null
            ? null : new HybridSearch(reader, plan, vectors.Model.Name, HybridRanking.Rank(vectors, admitted, [.. words.Take(HybridRanking.Depth)], question));
    }

    /// <summary>The hit with its explanation; one that stands below the hybrid ranking is explained by its words alone.</summary>
    internal Hit Explained(Hit hit)
    {
        var words = _reader.Explain(_plan.Query, hit.Id);
        if (!_hits.TryGetValue(hit.Id, out var hybrid))
        {
            return hit with { Explanation = words };
        }

        var meaning = HybridRanking.MeaningWeight * hybrid.Cosine;
        return hit with
        {
            Explanation = new Explanation(
                hybrid.Score,
                "words and meaning together",
                [
                    new Explanation(hybrid.Words, "words, as a share of the best paper's", words is null ? [] : [words]),
                    new Explanation(
                        meaning,
                        string.Create(CultureInfo.InvariantCulture, $"meaning: {HybridRanking.MeaningWeight:0.#} times the cosine {hybrid.Cosine:0.000} of question and paper by the model {_model}"),
                        []),
                ]),
        };
    }
}
