using Winnow.Trends.Signals;

namespace Winnow.Benchmarks.Trends;

/// <summary>A paper of Hugging Face's daily list with every count that was seen of it.</summary>
/// <param name="Id">Its arXiv id.</param>
/// <param name="Day">The day on whose list it first was.</param>
/// <param name="Submitted">When it was put there.</param>
/// <param name="Seen">Counts with their times, the oldest first.</param>
internal sealed record DailyPaper(string Id, DateOnly Day, DateTimeOffset Submitted, IReadOnlyList<Observation> Seen)
{
    internal DateTimeOffset Midnight => new(Day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The most votes that were ever seen: what a ranking should have known.</summary>
    internal long Final => VotesUntil(DateTimeOffset.MaxValue);

    internal long VotesUntil(DateTimeOffset moment) =>
        Seen.Where(seen => seen.Kind is SignalKind.Upvote && seen.At <= moment).Select(seen => seen.Count).DefaultIfEmpty(0).Max();
}
