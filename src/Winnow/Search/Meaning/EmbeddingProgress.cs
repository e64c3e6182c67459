namespace Winnow.Search.Meaning;

/// <summary>How far embedding has come.</summary>
/// <param name="Embedded">Papers that this run has embedded.</param>
/// <param name="Covered">Papers of the library that have a vector.</param>
/// <param name="Papers">Papers of the library.</param>
/// <param name="TimeLeft">At the rate of this run; null before it is known.</param>
/// <param name="Trouble">Why it stands still, in a sentence; null while it goes on.</param>
public sealed record EmbeddingProgress(long Embedded, long Covered, long Papers, TimeSpan? TimeLeft, string? Trouble = null);
