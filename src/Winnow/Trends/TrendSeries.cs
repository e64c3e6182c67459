namespace Winnow.Trends;

/// <summary>What a paper got in each step of a window, for a sparkline; the last step ends now.</summary>
/// <param name="From">Where the first step begins.</param>
/// <param name="Step">How long one is.</param>
/// <param name="Values">Signals in each step, oldest first, not decayed: counts seen far apart are spread evenly in between.</param>
public sealed record TrendSeries(DateTimeOffset From, TimeSpan Step, IReadOnlyList<double> Values);
