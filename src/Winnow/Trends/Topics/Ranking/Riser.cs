using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Ranking;

/// <summary>A candidate with what its past predicted.</summary>
/// <param name="candidate">Which phrase.</param>
/// <param name="count">Papers that have it.</param>
/// <param name="expected">What its past predicted.</param>
/// <param name="score">How surprising that is, in nats.</param>
internal sealed class Riser(Candidate candidate, int count, double expected, double score)
{
    internal Candidate Candidate { get; } = candidate;

    internal string Key => Candidate.Key;

    internal int Count { get; } = count;

    internal double Expected { get; } = expected;

    internal double Score { get; } = score;

    /// <summary>What says the same with other words.</summary>
    internal List<Riser> Variants { get; } = [];

    /// <summary>Whether the words of this one stand in a row among those of another.</summary>
    internal bool IsWithin(Riser other) =>
        other.Key.Length > Key.Length && $" {other.Key} ".Contains($" {Key} ", StringComparison.Ordinal);
}
