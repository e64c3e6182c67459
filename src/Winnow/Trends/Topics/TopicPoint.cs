namespace Winnow.Trends.Topics;

/// <summary>One point of a topic's curve.</summary>
/// <param name="Window">When.</param>
/// <param name="Papers">Papers that have the topic; estimated, see <c>docs/topics.md</c>.</param>
/// <param name="Of">Papers that appeared.</param>
public sealed record TopicPoint(TopicWindow Window, int Papers, int Of)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => Of == 0 ? 0 : (double)Papers / Of;
}
