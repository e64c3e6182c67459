using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>A part of a choice of papers in the order of their trend.</summary>
/// <param name="Papers">The part that was asked for: best first, and behind them those without a trend in the order given.</param>
/// <param name="WithTrend">How many of the whole choice have a trend.</param>
public sealed record PaperRanking(IReadOnlyList<PaperId> Papers, int WithTrend);
