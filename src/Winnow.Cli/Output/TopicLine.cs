using Winnow.Trends.Topics;

namespace Winnow.Cli.Output;

/// <summary>One rising topic for a script. Names and meanings are documented in <c>docs/cli.md</c> and stay.</summary>
internal sealed record TopicLine
{
    /// <summary>As <c>2025-02</c> or <c>2025-W07</c>.</summary>
    public required string Window { get; init; }

    /// <summary>1 for the best; absent for a topic that was asked for by name.</summary>
    public int? Rank { get; init; }

    public required string Name { get; init; }

    public string? Expansion { get; init; }

    public required bool Named { get; init; }

    public required int Papers { get; init; }

    public required int Of { get; init; }

    public required double Expected { get; init; }

    public required double Score { get; init; }

    public required bool New { get; init; }

    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>What <c>winnow search</c> finds its papers by.</summary>
    public required string Query { get; init; }

    /// <summary>Ids of some of its papers.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TopicCount> Curve { get; init; }

    public required string Why { get; init; }

    public static TopicLine From(RisingTopic topic, TopicWindow window, int? rank) => new()
    {
        Window = window.ToString(),
        Rank = rank,
        Name = topic.Name,
        Expansion = topic.Expansion,
        Named = topic.Named,
        Papers = topic.Papers,
        Of = topic.Of,
        Expected = Math.Round(topic.Expected, 2),
        Score = Math.Round(topic.Score, 2),
        New = topic.New,
        Variants = topic.Variants,
        Query = topic.Query,
        Examples = [.. topic.Examples.Select(id => id.ToString())],
        Curve = [.. topic.Curve.Select(point => new TopicCount(point.Window.ToString(), point.Papers, point.Of))],
        Why = topic.Why,
    };
}
