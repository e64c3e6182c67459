namespace Winnow.Search.Meaning;

/// <summary>
/// One ranking out of two: <c>score = words / bestWords + MeaningWeight · cosine</c>, with the words' score divided by the best of the query so that its part is
/// between 0 and 1 whatever the query's length.
/// </summary>
internal static class HybridRanking
{
    /// <summary>Chosen on the development questions by the quality bench; between 1.5 and 3 the figures change by less than half a point.</summary>
    internal const double MeaningWeight = 2;

    /// <summary>Papers taken from each side. Below this many neither side's order is worth having.</summary>
    internal const int Depth = 200;

    /// <param name="words">Papers with the score of their words; a paper that only meaning found is here too, with the score of the words that it has.</param>
    /// <param name="meaning">Papers with their cosine to the query; likewise.</param>
    internal static IReadOnlyList<HybridHit> Fuse(IReadOnlyDictionary<long, double> words, IReadOnlyDictionary<long, double> meaning)
    {
        var best = words.Count == 0 ? 0 : words.Values.Max();
        return
        [
            .. words.Keys.Union(meaning.Keys)
                .Select(id => new HybridHit(id, best > 0 ? words.GetValueOrDefault(id) / best : 0, meaning.GetValueOrDefault(id)))
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Id),
        ];
    }
}
