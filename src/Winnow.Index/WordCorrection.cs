namespace Winnow.Index;

/// <summary>A word that no document has in any form, and the one that was probably meant.</summary>
/// <param name="Typed">Its term, as <see cref="SearchIndex.Analyze"/> gives it.</param>
/// <param name="Meant">The indexed term.</param>
/// <param name="Documents">Some that have <paramref name="Meant"/>, and so say how it is spelled; ascending within a segment, never empty.</param>
public sealed record WordCorrection(string Typed, string Meant, IReadOnlyList<long> Documents);
