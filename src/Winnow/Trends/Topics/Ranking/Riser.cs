using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Ranking;

/// <summary>A candidate with what its past predicted.</summary>
internal sealed class Riser(Candidate candidate, int count, double expected)
{
    internal Candidate Candidate { get; } = candidate;

    internal string Key => Candidate.Key;

    internal int Count { get; } = count;

    internal double Expected { get; } = expected;

    internal double Score { get; } = BurstScore.Of(count, expected);

    /// <summary>What says the same with other words.</summary>
    internal List<Riser> Variants { get; } = [];

    /// <summary>Whether the words of this one stand in a row among those of another.</summary>
    internal bool IsWithin(Riser other) =>
        other.Key.Length > Key.Length && $" {other.Key} ".Contains($" {Key} ", StringComparison.Ordinal);
}
