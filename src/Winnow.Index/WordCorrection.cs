namespace Winnow.Index;

/// <param name="Typed">The word as the query has it, folded.</param>
/// <param name="Used">The indexed terms that were searched in its place.</param>
public sealed record WordCorrection(string Typed, IReadOnlyList<string> Used);
