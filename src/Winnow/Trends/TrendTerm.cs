namespace Winnow.Trends;

/// <summary>One part of why a paper ranks where it does.</summary>
/// <param name="Name">A stable name for scripts, such as <c>upvote:huggingface</c>.</param>
/// <param name="Value">What it adds; the terms of a paper make its score as <c>docs/trends.md</c> says.</param>
/// <param name="Sentence">The same for a person, with the numbers.</param>
public sealed record TrendTerm(string Name, double Value, string Sentence);
