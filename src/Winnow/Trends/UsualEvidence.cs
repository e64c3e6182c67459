namespace Winnow.Trends;

/// <summary>What papers of a field usually get.</summary>
/// <param name="Field">A category, or a venue where papers have none; empty when a paper has neither.</param>
/// <param name="Papers">How many of its papers have signals.</param>
/// <param name="Evidence">Their usual evidence (geometric mean), drawn towards that of all papers while they are few.</param>
/// <param name="Overall">That of all papers.</param>
/// <param name="Factor">What a paper's evidence is multiplied by, so that fields compare.</param>
internal sealed record UsualEvidence(string Field, int Papers, double Evidence, double Overall, double Factor);
