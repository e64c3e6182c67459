using Winnow.Papers;
using Winnow.Sources.Syncing;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>A store that fails to note a page once it is stored, as if the process had died between the two.</summary>
internal sealed class ForgetfulStore(ISyncStore store) : ISyncStore
{
    public Task<FollowedSource?> CommitAsync(long source, SyncCommit commit, CancellationToken cancel) =>
        Task.FromException<FollowedSource?>(new LibraryException("The disk is full."));

    public Task<FollowedSource?> AddAsync(NewSource source, CancellationToken cancel) => store.AddAsync(source, cancel);

    public Task<IReadOnlyList<FollowedSource>> GetSourcesAsync(CancellationToken cancel) => store.GetSourcesAsync(cancel);

    public Task<FollowedSource?> FindSourceAsync(string name, CancellationToken cancel) => store.FindSourceAsync(name, cancel);

    public Task<bool> RemoveAsync(long source, CancellationToken cancel) => store.RemoveAsync(source, cancel);

    public Task<bool> SetPausedAsync(long source, bool paused, CancellationToken cancel) => store.SetPausedAsync(source, paused, cancel);

    public Task<long?> BeginRunAsync(long source, DateTimeOffset started, CancellationToken cancel) => store.BeginRunAsync(source, started, cancel);

    public Task EndRunAsync(long source, SyncEnd end, CancellationToken cancel) => store.EndRunAsync(source, end, cancel);

    public Task<IReadOnlyList<SyncRun>> GetRunsAsync(long source, int limit, CancellationToken cancel) => store.GetRunsAsync(source, limit, cancel);

    public Task<IReadOnlyDictionary<long, SyncRun>> GetLastRunsAsync(CancellationToken cancel) => store.GetLastRunsAsync(cancel);
}
