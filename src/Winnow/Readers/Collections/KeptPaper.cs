using Winnow.Papers;

namespace Winnow.Readers.Collections;

/// <summary>A paper of a collection.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Added">Since when it is there; of papers that became one, the earliest.</param>
/// <param name="Note">What was noted of it; empty for nothing. Of papers that became one, all notes with a blank line between.</param>
public sealed record KeptPaper(Paper Paper, DateTimeOffset Added, string Note);
