namespace Winnow.Search.Meaning;

/// <param name="Id">The paper.</param>
/// <param name="Words">What its words add: their score over the query's best one, times the words' weight.</param>
/// <param name="Cosines">Its nearness to what is looked for, one for each model that answers.</param>
internal sealed record HybridHit(long Id, double Words, IReadOnlyList<MeaningCosine> Cosines)
{
    internal double Score { get; } = Words + (HybridRanking.MeaningWeight * Cosines.Sum(cosine => cosine.Value));
}
