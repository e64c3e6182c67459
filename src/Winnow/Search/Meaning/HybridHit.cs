namespace Winnow.Search.Meaning;

/// <param name="Id">The paper.</param>
/// <param name="Words">Its words' score over the best words' score of the query, 0 to 1.</param>
/// <param name="Cosine">Between its vector and the query's.</param>
internal readonly record struct HybridHit(long Id, double Words, double Cosine)
{
    internal double Score => Words + (HybridRanking.MeaningWeight * Cosine);
}
