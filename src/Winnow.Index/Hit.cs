namespace Winnow.Index;

/// <param name="Id">The document.</param>
/// <param name="Score">BM25F, 0 when nothing is scored.</param>
/// <param name="Explanation">What the score is made of, when asked for.</param>
/// <param name="Matches">Whether it is one of <see cref="SearchResult.Matches"/>; false when these were not counted.</param>
public readonly record struct Hit(long Id, float Score, Explanation? Explanation = null, bool Matches = false);
