namespace Winnow.Trends.Scoring;

/// <summary>Signals of one series, spread evenly over the time in which they came.</summary>
/// <param name="From">When the count before was seen; null when they came at any time before <paramref name="To"/>: they count for all time only.</param>
/// <param name="To">When the higher count was seen; the same as <paramref name="From"/> for one that came at a known moment.</param>
/// <param name="Amount">How many; a fraction where a reader's vote does not count in full.</param>
internal sealed record SignalSpan(DateTimeOffset? From, DateTimeOffset To, double Amount);
