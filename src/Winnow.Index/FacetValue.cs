namespace Winnow.Index;

/// <param name="Value">The keyword, or the number in invariant digits.</param>
/// <param name="Count">Matches that have it.</param>
public sealed record FacetValue(string Value, long Count);
