using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <summary>All that was seen of one paper: of all its records together, so that merging and splitting papers loses and doubles nothing.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Observations">Counts seen at sources, by kind, source, time and count; no two alike.</param>
/// <param name="Votes">Votes given here, the oldest first, one a reader.</param>
/// <param name="Reads">Visits here, the oldest first, one a reader and day.</param>
public sealed record PaperSignals(
    PaperId Paper, IReadOnlyList<Observation> Observations, IReadOnlyList<ReaderVote> Votes, IReadOnlyList<ReaderVisit> Reads)
{
    public static PaperSignals None(PaperId paper) => new(paper, [], [], []);

    public bool IsEmpty => Observations.Count + Votes.Count + Reads.Count == 0;
}
