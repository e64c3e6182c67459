namespace Winnow.Papers;

/// <param name="Papers">One page of a longer list.</param>
/// <param name="Total">How long the whole list is.</param>
public sealed record PaperPage(IReadOnlyList<Paper> Papers, long Total);
