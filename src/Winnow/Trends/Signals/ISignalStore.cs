using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <summary>
/// Keeps what happened to papers. Signals belong to records and are read by paper, so that they follow when papers merge or fall apart; counts seen at sources
/// come in with the records (see <see cref="ILibraryImport"/>). Implemented once per database; every implementation passes the same conformance suite.
/// </summary>
public interface ISignalStore
{
    /// <summary>Stores a reader's vote for a paper.</summary>
    /// <returns>False when they had voted for it already, or when there is no such paper.</returns>
    Task<bool> AddVoteAsync(PaperId paper, ReaderKey reader, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Takes a reader's vote back.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveVoteAsync(PaperId paper, ReaderKey reader, CancellationToken cancel);

    /// <summary>Stores that a reader opened a paper.</summary>
    /// <returns>False when they had done so on that day (UTC) already, or when there is no such paper.</returns>
    Task<bool> AddReadAsync(PaperId paper, ReaderKey reader, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Those of the papers that the reader has voted for.</summary>
    Task<IReadOnlySet<PaperId>> GetVotedAsync(IReadOnlyCollection<PaperId> papers, ReaderKey reader, CancellationToken cancel);

    /// <summary>The signals of papers, in the order of <paramref name="papers"/>; nothing for one without any.</summary>
    Task<IReadOnlyList<PaperSignals>> GetSignalsAsync(IReadOnlyList<PaperId> papers, CancellationToken cancel);

    /// <summary>
    /// Up to <paramref name="limit"/> papers whose trend is out of date since their signals or they themselves changed, in the order of their marks, from the
    /// first mark above <paramref name="after"/> on. The same ones come again until <see cref="UpdateTrendsAsync"/> has answered for them.
    /// </summary>
    Task<IReadOnlyList<StaleTrend>> GetStaleAsync(long after, int limit, CancellationToken cancel);

    /// <summary>How many papers have a trend, and of how many it is out of date.</summary>
    Task<TrendCounts> CountTrendsAsync(CancellationToken cancel);

    /// <summary>Stores the trends of papers that <see cref="GetStaleAsync"/> named, in one transaction. One that changed again meanwhile stays out of date.</summary>
    Task UpdateTrendsAsync(IReadOnlyList<UpdatedTrend> updates, CancellationToken cancel);

    /// <summary>Makes the trend of every paper with a signal out of date: for when the formula is another.</summary>
    Task InvalidateTrendsAsync(int formula, CancellationToken cancel);

    /// <summary>The formula that the trends were computed by; 0 before the first.</summary>
    Task<int> GetFormulaAsync(CancellationToken cancel);

    /// <summary>Trends that changed after <paramref name="revision"/>, oldest change first, at most <paramref name="limit"/>; each paper once, at its newest change.</summary>
    Task<IReadOnlyList<TrendChange>> GetTrendsAsync(long revision, int limit, CancellationToken cancel);

    /// <summary>The newest change's revision; cheap enough to ask with every page.</summary>
    Task<long> GetTrendRevisionAsync(CancellationToken cancel);
}
