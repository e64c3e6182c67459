using Winnow.Sources.Syncing;

namespace Winnow.Storage.Sqlite;

/// <summary>The followed sources of a <see cref="SqliteLibrary"/>.</summary>
internal sealed class SqliteSyncStore(ReaderPool readers, LibraryWriter writer, Connection connection, TimeProvider clock) : ISyncStore
{
    // Only used inside the writer's transactions.
    private readonly FollowedSourceRows _sources = new(connection);
    private readonly SyncRunRows _runs = new(connection);

    public Task<FollowedSource?> AddAsync(NewSource source, CancellationToken cancel) =>
        writer.WriteAsync(() => _sources.Insert(source, clock.GetUtcNow()) is { } id ? _sources.Find(id) : null, cancel);

    public Task<IReadOnlyList<FollowedSource>> GetSourcesAsync(CancellationToken cancel) =>
        Read<IReadOnlyList<FollowedSource>>(reader => new FollowedSourceRows(reader).All(), cancel);

    public Task<FollowedSource?> FindSourceAsync(string name, CancellationToken cancel) => Read(reader => new FollowedSourceRows(reader).Find(name), cancel);

    public Task<bool> RemoveAsync(long source, CancellationToken cancel) => writer.WriteAsync(() => _sources.Delete(source), cancel);

    public Task<bool> SetPausedAsync(long source, bool paused, CancellationToken cancel) =>
        writer.WriteAsync(() => paused ? _sources.Pause(source) : _sources.Resume(source, clock.GetUtcNow()), cancel);

    public Task<long?> BeginRunAsync(long source, DateTimeOffset started, CancellationToken cancel) =>
        writer.WriteAsync(() => _sources.Find(source) is null ? (long?)null : _runs.Begin(source, started, clock.GetUtcNow()), cancel);

    public Task<FollowedSource?> CommitAsync(long source, SyncCommit commit, CancellationToken cancel) => writer.WriteAsync(
        () =>
        {
            _sources.Move(source, commit.Cursor);
            if (commit.Run is { } run)
            {
                _runs.Count(run, commit, clock.GetUtcNow());
            }

            return _sources.Find(source);
        },
        cancel);

    public Task EndRunAsync(long source, SyncEnd end, CancellationToken cancel) => writer.WriteAsync(
        () =>
        {
            var now = clock.GetUtcNow();
            if (_sources.Find(source) is null)
            {
                return false;
            }

            _sources.End(source, end, now);
            if ((end.Run ?? (end.State == SyncRunState.Failed ? _runs.Begin(source, end.Started, now) : null)) is { } run)
            {
                _runs.End(run, end, now);
            }

            return true;
        },
        cancel);

    public Task<IReadOnlyList<SyncRun>> GetRunsAsync(long source, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<SyncRun>>(reader => new SyncRunRows(reader).Newest(source, limit, clock.GetUtcNow()), cancel);

    public Task<IReadOnlyDictionary<long, SyncRun>> GetLastRunsAsync(CancellationToken cancel) =>
        Read<IReadOnlyDictionary<long, SyncRun>>(reader => new SyncRunRows(reader).Last(clock.GetUtcNow()).ToDictionary(run => run.Source), cancel);

    private Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(readers.Read(read));
}
