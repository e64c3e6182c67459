using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>Where a paper stands at a moment.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Score">Its evidence, decayed to the moment, times what its field's papers usually get less.</param>
/// <param name="Usual">What its field usually gets.</param>
/// <param name="Movement">Where it is going.</param>
internal sealed record TrendStanding(PaperId Paper, double Score, UsualEvidence Usual, TrendMovement Movement);
