using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <param name="Id">As in the <see cref="StaleTrend"/>.</param>
/// <param name="Mark">As in the <see cref="StaleTrend"/>.</param>
/// <param name="Trend">The new trend, or null when the paper has none.</param>
public sealed record UpdatedTrend(PaperId Id, long Mark, PaperTrend? Trend);
