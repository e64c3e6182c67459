namespace Winnow.Trends.Topics;

/// <summary>The rising topics of one window.</summary>
/// <param name="Window">Which.</param>
/// <param name="Papers">Papers that appeared in it.</param>
/// <param name="Topics">Best first.</param>
/// <param name="Windows">Windows of this length that can be asked for, newest first.</param>
/// <param name="Categories">Categories of the window's papers, most papers first.</param>
/// <param name="Note">One sentence when there is less to show than was asked for.</param>
public sealed record TopicPage(
    TopicWindow Window, int Papers, IReadOnlyList<RisingTopic> Topics, IReadOnlyList<TopicWindow> Windows, IReadOnlyList<string> Categories, string? Note = null);
