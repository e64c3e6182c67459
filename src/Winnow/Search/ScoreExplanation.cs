namespace Winnow.Search;

/// <summary>A tree whose inner nodes say how their value follows from their parts'.</summary>
/// <param name="Value">What this part contributes.</param>
/// <param name="Description">In words a reader understands, with the numbers that went in.</param>
/// <param name="Parts">What it was made of.</param>
public sealed record ScoreExplanation(double Value, string Description, IReadOnlyList<ScoreExplanation> Parts);
