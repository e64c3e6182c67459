using Winnow.Trends.Signals;

namespace Winnow.Trends.Scoring;

/// <summary>What happened to a paper in one way at one place, as differences between the counts that were seen.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Source">Where; null for this Winnow.</param>
/// <param name="IsNewcomers">Whether it is what readers did here while they were new.</param>
/// <param name="Spans">The oldest first.</param>
internal sealed record SignalSeries(SignalKind Kind, string? Source, bool IsNewcomers, IReadOnlyList<SignalSpan> Spans)
{
    /// <summary>The spans as the score takes them, made once for all windows.</summary>
    internal IReadOnlyList<EvidencePiece> Pieces => field ??= Evidence.Pieces(Spans);

    /// <summary>From the beginning of what was counted to the last look at the count; null where the beginning is not known.</summary>
    internal TimeSpan? SeenFor { get; init; }

    /// <summary>Everything that happened, in an order that does not depend on when it was told.</summary>
    /// <param name="signals">As the store has them.</param>
    /// <param name="appeared">The paper's first day, before which nobody can have counted anything; null when not known.</param>
    internal static IReadOnlyList<SignalSeries> Of(PaperSignals signals, DateTimeOffset? appeared)
    {
        var series = signals.Observations
            .GroupBy(seen => (seen.Kind, seen.Source))
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Source, StringComparer.Ordinal)
            .Select(group => OfSource(group.Key.Kind, group.Key.Source, [.. group.OrderBy(seen => seen.At).ThenBy(seen => seen.Count)], appeared))
            .ToList();
        AddOfReaders(series, SignalKind.Vote, [.. signals.Votes.Select(vote => (vote.At, Standing(vote.At - vote.Known)))]);
        AddOfReaders(series, SignalKind.Read, [.. signals.Reads.Select(visit => (visit.At, Standing(visit.At - visit.Known)))]);
        return [.. series.Where(one => one.Spans.Count > 0)];
    }

    /// <summary>
    /// Counts only grow: one that is lower than an earlier one (votes taken back, another counter, an old file read late) is no signal, and what comes after it
    /// counts from the highest seen so far.
    /// </summary>
    private static SignalSeries OfSource(SignalKind kind, string source, IReadOnlyList<Observation> observations, DateTimeOffset? appeared)
    {
        var spans = new List<SignalSpan>();
        DateTimeOffset? before = null;
        long highest = 0;
        foreach (var seen in observations)
        {
            if (seen.Count > highest)
            {
                // Repositories are often older than the paper, so that nobody knows when the first stars came.
                var from = before ?? (kind is SignalKind.Star || appeared >= seen.At ? null : appeared);
                spans.Add(new SignalSpan(from, seen.At, seen.Count - highest));
                highest = seen.Count;
            }

            before = seen.At;
        }

        return new SignalSeries(kind, source, false, spans) { SeenFor = spans is [{ From: { } begin }, ..] ? observations[^1].At - begin : null };
    }

    /// <summary>What readers did here counts in two parts: by how well they are known, and, for the rest, as a newcomer's.</summary>
    private static void AddOfReaders(List<SignalSeries> series, SignalKind kind, IReadOnlyList<(DateTimeOffset At, double Standing)> acts)
    {
        series.Add(new SignalSeries(kind, null, false, [.. acts.Where(act => act.Standing > 0).Select(act => new SignalSpan(act.At, act.At, act.Standing))]));
        series.Add(new SignalSeries(
            kind, null, true, [.. acts.Select(act => new SignalSpan(act.At, act.At, (1 - act.Standing) * TrendFormula.NewcomerWeight)).Where(span => span.Amount > 0)]));
    }

    /// <summary>0 for one who came just now, towards 1 with the time.</summary>
    private static double Standing(TimeSpan known) => 1 - Math.Pow(2, -(known / TrendFormula.StandingHalfLife));
}
