namespace Winnow.Trends.Signals;

/// <summary>A vote of a reader of this Winnow that was not withdrawn.</summary>
/// <param name="Reader">Whose it is.</param>
/// <param name="At">When it was given.</param>
/// <param name="Known">Since when this Winnow knew the reader; never after <paramref name="At"/>.</param>
public sealed record ReaderVote(ReaderKey Reader, DateTimeOffset At, DateTimeOffset Known);
