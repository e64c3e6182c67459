namespace Winnow.Trends;

/// <summary>What a list is narrowed to.</summary>
/// <param name="Categories">Any of these; null for all papers.</param>
/// <param name="Venue">This one, -1 for one that no paper has; null for all papers.</param>
internal sealed record TrendFilter(int[]? Categories, int? Venue)
{
    internal bool Passes(in TrendRow row) =>
        (Venue is not { } venue || (row.Venue == venue && venue >= 0)) && (Categories is null || row.Categories.AsSpan().IndexOfAny(Categories) >= 0);
}
