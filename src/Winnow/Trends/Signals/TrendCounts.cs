namespace Winnow.Trends.Signals;

/// <param name="Computed">Papers that have a trend.</param>
/// <param name="Waiting">Papers whose trend is out of date.</param>
public sealed record TrendCounts(long Computed, long Waiting);
