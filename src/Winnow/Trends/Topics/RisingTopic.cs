using Winnow.Papers;

namespace Winnow.Trends.Topics;

/// <summary>A phrase or a named method that more papers have than its past predicts.</summary>
public sealed record RisingTopic
{
    /// <summary>As most people write it.</summary>
    public required string Name { get; init; }

    /// <summary>The name folded, for addresses: <c>large language model</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What the name abbreviates, or null.</summary>
    public string? Expansion { get; init; }

    /// <summary>Whether it is written as a name is: DeepSeek-R1, GRPO.</summary>
    public required bool Named { get; init; }

    /// <summary>Papers of the window that have it.</summary>
    public required int Papers { get; init; }

    /// <summary>Papers that appeared in the window, save those of categories that have no past to compare with.</summary>
    public required int Of { get; init; }

    /// <summary>Papers that its past predicted.</summary>
    public required double Expected { get; init; }

    /// <summary>How surprising that is, in nats; see <c>docs/topics.md</c>. 0 when it does not rise.</summary>
    public required double Score { get; init; }

    /// <summary>Whether hardly any paper of the stretches before has it.</summary>
    public required bool New { get; init; }

    /// <summary>Oldest first, up to the window.</summary>
    public required IReadOnlyList<TopicPoint> Curve { get; init; }

    /// <summary>Phrases that rose with it and say the same with more or fewer words.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Some papers of the window that have it, the newest seen first.</summary>
    public IReadOnlyList<PaperId> Examples { get; init; } = [];

    /// <summary>A search that finds its papers.</summary>
    public required string Query { get; init; }

    /// <summary>The score in words.</summary>
    public required string Why { get; init; }
}
