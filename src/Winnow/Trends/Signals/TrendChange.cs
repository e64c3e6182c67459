using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <param name="Revision">Grows with every change.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Trend">Its trend, or null when it has none any more.</param>
public sealed record TrendChange(long Revision, PaperId Paper, PaperTrend? Trend);
