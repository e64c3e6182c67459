using Winnow.Papers;

namespace Winnow.Web.Pages.Shared;

/// <summary>How a paper of a list is kept in the collection that the list is of.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Slug">The collection.</param>
/// <param name="Added">Since when it is there.</param>
/// <param name="Note">What was noted of it; empty for nothing.</param>
/// <param name="MayChange">Whether the reader may take it out or change the note.</param>
internal sealed record KeptCard(Paper Paper, string Slug, DateTimeOffset Added, string Note, bool MayChange);
