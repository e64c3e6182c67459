namespace Winnow.Sources.Syncing;

/// <summary>
/// Which sources the library follows and where each stands. Every change is a transaction that is on disk when its task completes. Implemented once per
/// database; every implementation passes the same conformance suite.
/// </summary>
public interface ISyncStore
{
    /// <summary>Follows a source, due at once.</summary>
    /// <returns>The source; null when the name is taken.</returns>
    Task<FollowedSource?> AddAsync(NewSource source, CancellationToken cancel);

    /// <summary>All, by name.</summary>
    Task<IReadOnlyList<FollowedSource>> GetSourcesAsync(CancellationToken cancel);

    /// <summary>By its name, ignoring case.</summary>
    Task<FollowedSource?> FindSourceAsync(string name, CancellationToken cancel);

    /// <summary>Follows it no longer and forgets its history. Its records stay in the library.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(long source, CancellationToken cancel);

    /// <summary>Pauses a source, or lets it go on: then it is due at once, unless the source itself asked for patience.</summary>
    /// <returns>Whether there is one.</returns>
    Task<bool> SetPausedAsync(long source, bool paused, CancellationToken cancel);

    /// <summary>Opens an entry in the history; one of the same source that still runs was killed, and is marked as stopped.</summary>
    /// <returns>Its id; null when the source was removed.</returns>
    Task<long?> BeginRunAsync(long source, DateTimeOffset started, CancellationToken cancel);

    /// <summary>Notes that a page is stored.</summary>
    /// <returns>The source as it stands now: somebody may have paused it meanwhile; null when it was removed.</returns>
    Task<FollowedSource?> CommitAsync(long source, SyncCommit commit, CancellationToken cancel);

    /// <summary>Notes how a run ended.</summary>
    Task EndRunAsync(long source, SyncEnd end, CancellationToken cancel);

    /// <summary>The newest first. A run that has been silent for <see cref="SyncRun.Silence"/> was killed and shows as stopped.</summary>
    Task<IReadOnlyList<SyncRun>> GetRunsAsync(long source, int limit, CancellationToken cancel);

    /// <summary>The newest run of each source, by source id.</summary>
    Task<IReadOnlyDictionary<long, SyncRun>> GetLastRunsAsync(CancellationToken cancel);
}
