namespace Winnow.Search.Meaning;

/// <param name="Id">The paper.</param>
/// <param name="Words">What its words add: their score over the query's best one, times the words' weight.</param>
/// <param name="Cosines">Its nearness to what is looked for, one for each model that answers.</param>
internal sealed record HybridHit(long Id, double Words, IReadOnlyList<MeaningCosine> Cosines)
{
    internal double Score { get; } = Sum(Words, Cosines.Sum(cosine => cosine.Value));

    /// <summary>The score of one whose words add so much and whose cosines add up to so much.</summary>
    internal static double Sum(double words, double cosines) => words + (HybridRanking.MeaningWeight * cosines);
}
