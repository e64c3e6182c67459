namespace Winnow.Papers;

/// <param name="Day">A day.</param>
/// <param name="Papers">How many papers first appeared on it; at least 1.</param>
public sealed record DayCount(DateOnly Day, long Papers);
