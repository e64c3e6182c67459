using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>The signals of a <see cref="SqliteLibrary"/>, in the same file and with the same connections.</summary>
internal sealed class SqliteSignals(ReaderPool readers, LibraryWriter writer) : ISignalStore
{
    public Task<bool> AddVoteAsync(PaperId paper, ReaderKey reader, DateTimeOffset at, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Signals.AddVote(paper, reader, at), cancel);

    public Task<bool> RemoveVoteAsync(PaperId paper, ReaderKey reader, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Signals.RemoveVote(paper, reader), cancel);

    public Task<bool> AddReadAsync(PaperId paper, ReaderKey reader, DateTimeOffset at, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Signals.AddVisit(paper, reader, at), cancel);

    public Task<IReadOnlySet<PaperId>> GetVotedAsync(IReadOnlyCollection<PaperId> papers, ReaderKey reader, CancellationToken cancel) =>
        Read<IReadOnlySet<PaperId>>(connection => SignalQueries.Voted(connection, papers, reader), cancel);

    public Task<IReadOnlyList<PaperSignals>> GetSignalsAsync(IReadOnlyList<PaperId> papers, CancellationToken cancel) =>
        Read<IReadOnlyList<PaperSignals>>(connection => SignalQueries.Of(connection, papers), cancel);

    public Task<IReadOnlyList<StaleTrend>> GetStaleAsync(long after, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<StaleTrend>>(connection => TrendQueries.Stale(connection, after, limit), cancel);

    public Task<TrendCounts> CountTrendsAsync(CancellationToken cancel) =>
        Read(connection => new TrendCounts(TrendQueries.CountTrends(connection), TrendQueries.CountStale(connection)), cancel);

    public Task UpdateTrendsAsync(IReadOnlyList<UpdatedTrend> updates, CancellationToken cancel) =>
        writer.WriteAsync(
            () =>
            {
                writer.Trends.Update(updates);
                return true;
            },
            cancel);

    public Task InvalidateTrendsAsync(int formula, CancellationToken cancel) =>
        writer.WriteAsync(
            () =>
            {
                writer.Trends.Invalidate(formula);
                return true;
            },
            cancel);

    public Task<int> GetFormulaAsync(CancellationToken cancel) => Read(TrendQueries.Formula, cancel);

    public Task<IReadOnlyList<TrendChange>> GetTrendsAsync(long revision, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<TrendChange>>(connection => TrendQueries.Changes(connection, revision, limit), cancel);

    public Task<long> GetTrendRevisionAsync(CancellationToken cancel) => Read(TrendQueries.Revision, cancel);

    private Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(readers.Read(read));
}
