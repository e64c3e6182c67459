namespace Winnow.Trends.Signals;

/// <summary>A reader opened a paper, counted once a day.</summary>
/// <param name="Reader">Who.</param>
/// <param name="At">The first time on that day (UTC).</param>
/// <param name="Known">Since when this Winnow knew the reader; never after <paramref name="At"/>.</param>
public sealed record ReaderVisit(ReaderKey Reader, DateTimeOffset At, DateTimeOffset Known);
