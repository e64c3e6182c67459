namespace Winnow.Index;

/// <summary>A tree whose inner nodes say how their value follows from their parts'.</summary>
/// <param name="Value">What this part contributes.</param>
/// <param name="Description">In words, with the numbers that went in.</param>
/// <param name="Parts">What it was made of.</param>
public sealed record Explanation(double Value, string Description, IReadOnlyList<Explanation> Parts);
