namespace Winnow.Trends.Signals;

/// <summary>A running count of a paper as it was seen at a moment. What happened is the difference between two of them.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Source">Who counts: <c>huggingface</c>, <c>github</c>, <c>crossref</c>…; lower case.</param>
/// <param name="At">When it was seen.</param>
/// <param name="Count">How many there were, from the beginning; never negative.</param>
public sealed record Observation(SignalKind Kind, string Source, DateTimeOffset At, long Count)
{
    /// <summary>No count is higher, so that sums cannot overflow.</summary>
    public const long MaxCount = 1_000_000_000;
}
