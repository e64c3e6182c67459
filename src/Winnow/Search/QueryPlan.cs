using Winnow.Index;

namespace Winnow.Search;

/// <summary>A request in the index's terms.</summary>
/// <param name="Query">What must match and what ranks.</param>
/// <param name="Ranks">Whether anything in the query scores; without, the newest papers come first.</param>
/// <param name="Filters">The request's own filters, which their own counts ignore.</param>
/// <param name="FreeText">The words and phrases that rank, as typed and without operators: what the question means. Empty when nothing ranks.</param>
/// <param name="Words">The words among them that may have been mistyped; null when there are none. Those of a pasted text are taken as they are.</param>
/// <param name="Notes">What a reader should know of how the query was read.</param>
internal sealed record QueryPlan(IndexQuery Query, bool Ranks, IReadOnlyList<FieldFilter> Filters, string FreeText, WordsQuery? Words, IReadOnlyList<string> Notes);
