using Winnow.Trends.Topics;

namespace Winnow.Cli.Output;

/// <summary>One rising topic for a script: a view of it. Names and meanings are documented in <c>docs/cli.md</c> and stay.</summary>
internal sealed class TopicLine(RisingTopic topic, TopicWindow window, int? rank)
{
    /// <summary>As <c>2025-02</c> or <c>2025-W07</c>.</summary>
    public string Window => window.ToString();

    /// <summary>1 for the best; absent for a topic that was asked for by name.</summary>
    public int? Rank => rank;

    public string Name => topic.Name;

    public string? Expansion => topic.Expansion;

    public bool Named => topic.Named;

    public int Papers => topic.Papers;

    public int Of => topic.Of;

    public double Expected => Math.Round(topic.Expected, 2);

    public double Score => Math.Round(topic.Score, 2);

    public bool New => topic.New;

    public IReadOnlyList<string> Variants => topic.Variants;

    /// <summary>What <c>winnow search</c> finds its papers by.</summary>
    public string Query => topic.Query;

    /// <summary>Ids of some of its papers.</summary>
    public IReadOnlyList<string> Examples => [.. topic.Examples.Select(id => id.ToString())];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TopicCount> Curve => [.. topic.Curve.Select(point => new TopicCount(point.Window.ToString(), point.Papers, point.Of))];

    public string Why => topic.Why;
}
