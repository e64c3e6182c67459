namespace Winnow.Index;

/// <param name="Field">A keyword or number field.</param>
/// <param name="Limit">How many values at most, those with most matches first.</param>
public sealed record FacetRequest(string Field, int Limit = 50);
