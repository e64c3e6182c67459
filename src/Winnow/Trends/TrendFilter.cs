namespace Winnow.Trends;

/// <summary>What a list is narrowed to.</summary>
/// <param name="Sets">For each of <see cref="CategorySets"/> whether it is wanted; null for all papers.</param>
/// <param name="Venue">This one, -1 for one that no paper has; null for all papers.</param>
internal sealed record TrendFilter(bool[]? Sets, int? Venue)
{
    internal bool Passes(int set, int venue) => (Venue is not { } wanted || (venue == wanted && wanted >= 0)) && (Sets is null || Sets[set]);
}
