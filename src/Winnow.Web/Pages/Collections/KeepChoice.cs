using Winnow.Readers.Collections;

namespace Winnow.Web.Pages.Collections;

/// <summary>A collection that a paper may be kept in.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Kept">How the paper is kept there; null when it is not.</param>
/// <param name="Chosen">Whether its box is ticked.</param>
internal sealed record KeepChoice(Collection Collection, Keeping? Kept, bool Chosen);
