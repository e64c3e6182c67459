namespace Winnow.Index;

/// <summary>Documents whose number lies between the bounds, both included; documents without a number never do.</summary>
/// <param name="Field">A number field.</param>
/// <param name="From">Null: no lower bound.</param>
/// <param name="To">Null: no upper bound.</param>
public sealed record NumberFilter(string Field, int? From, int? To) : FieldFilter(Field);
