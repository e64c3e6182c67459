namespace Winnow.Search;

/// <summary>What was searched instead of what was typed, because words of it stand in no paper.</summary>
/// <param name="Text">The query with other words in their places, in the query language.</param>
/// <param name="Unknown">The words that stand in no paper, as typed.</param>
public sealed record CorrectedQuery(string Text, IReadOnlyList<string> Unknown);
