namespace Winnow.Readers.Collections;

/// <param name="Papers">One page of a collection.</param>
/// <param name="Total">How many papers the whole collection has.</param>
public sealed record KeptPage(IReadOnlyList<KeptPaper> Papers, long Total);
