using Winnow.Papers;

namespace Winnow.Readers.Collections;

/// <summary>That a paper is in a collection.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Slug">The collection's name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">What was noted of the paper there, as in <see cref="KeptPaper"/>.</param>
public sealed record Keeping(PaperId Paper, string Slug, string Name, string Note);
