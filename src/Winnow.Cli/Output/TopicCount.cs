namespace Winnow.Cli.Output;

/// <summary>One point of a topic's curve, for a script.</summary>
/// <param name="Window">As <c>2025-02</c> or <c>2025-W07</c>.</param>
/// <param name="Papers">Papers that have the topic.</param>
/// <param name="Of">Papers that appeared.</param>
internal sealed record TopicCount(string Window, int Papers, int Of);
