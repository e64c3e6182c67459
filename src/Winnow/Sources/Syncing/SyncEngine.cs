using System.Globalization;
using Winnow.Papers;
using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>
/// Runs sources: page after page into the library, with the cursor behind, so that a run that is killed at any moment loses nothing and doubles nothing. Over
/// all processes one run of a source is at work at a time.
/// </summary>
/// <param name="store">Which sources there are and where they stand.</param>
/// <param name="library">Takes the records.</param>
/// <param name="kinds">How each kind is read.</param>
/// <param name="dataFolder">For the lock files, and the reasons for rejections.</param>
/// <param name="clock">Dates runs and plans the next.</param>
/// <param name="seed">Of the jitter in the plan.</param>
public sealed class SyncEngine(ISyncStore store, ILibraryWriter library, LiveSources kinds, string dataFolder, TimeProvider clock, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Reads all that a source has and the library has not.</summary>
    /// <returns>How it ended: what is wrong with the source is told, not thrown.</returns>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was stored stays, and the next run goes on from there.</exception>
    public async Task<SyncResult> RunAsync(FollowedSource source, IProgress<SyncProgress>? progress, CancellationToken cancel)
    {
        using var turn = LockFile.TryTake(Path.Combine(dataFolder, "sync", string.Create(CultureInfo.InvariantCulture, $"source-{source.Id}.lock")));
        if (turn is null)
        {
            const string Busy = "Another Winnow process is reading this source at the moment.";
            return new SyncResult(source.Name, SyncRunState.Running, new ImportCounts(), 0, null, Busy, source.NextRun, TimeSpan.Zero);
        }

        // Another process may have run it between the caller's look and the lock.
        var present = await store.FindSourceAsync(source.Name, cancel).ConfigureAwait(false);
        if (present is null || present.Id != source.Id)
            return new SyncResult(source.Name, SyncRunState.Stopped, new ImportCounts(), 0, null, "The source is followed no longer.", source.NextRun, TimeSpan.Zero);

        return await RunAsync(present, clock.GetUtcNow(), progress, cancel).ConfigureAwait(false);
    }

    private async Task<SyncResult> RunAsync(FollowedSource source, DateTimeOffset started, IProgress<SyncProgress>? progress, CancellationToken cancel)
    {
        var pages = new PageStoring(store, library, source, dataFolder, started);
        await using var pagesEnd = pages.ConfigureAwait(false);
        SyncEnd end;
        try
        {
            end = await ReadAsync(source, pages, started, progress, cancel).ConfigureAwait(false)
                ? End(pages, started, SyncRunState.Finished, null, 0, SyncPlan.AfterSuccess(clock.GetUtcNow(), source.Interval, Random()))
                : End(pages, started, SyncRunState.Stopped, "It was paused.", source.Failures, clock.GetUtcNow());
        }
        catch (SourceException failure)
        {
            end = AfterFailure(source, pages, started, failure);
        }
        catch (Exception)
        {
            // Cancelled, or the library fails, which may well fail again: the first reason is the one to tell.
            await NoteAsync(source, End(pages, started, SyncRunState.Stopped, source.LastError, source.Failures, clock.GetUtcNow())).ConfigureAwait(false);
            throw;
        }

        await store.EndRunAsync(source.Id, end, cancel).ConfigureAwait(false);
        return new SyncResult(source.Name, end.State, pages.Counts, pages.Pages, pages.Rejections, end.Error ?? pages.Note, end.NextRun, clock.GetUtcNow() - started);
    }

    /// <returns>Whether the source's end was reached; false when it was paused or removed before.</returns>
    private async Task<bool> ReadAsync(
        FollowedSource source, PageStoring pages, DateTimeOffset started, IProgress<SyncProgress>? progress, CancellationToken cancel)
    {
        var kind = kinds.Get(source.Kind);
        var position = new SourcePosition(source.Follows, source.Cursor, source.Since, IsFirstOfRun: true);
        while (true)
        {
            var page = await kind.ReadAsync(position, cancel).ConfigureAwait(false);
            if (!await pages.StoreAsync(page, cancel).ConfigureAwait(false))
                return false;

            progress?.Report(new SyncProgress(source.Name, pages.Counts, pages.Pages, page.IsLast ? 1 : page.Fraction, clock.GetUtcNow() - started));
            if (page.IsLast)
            {
                await pages.FinishAsync(cancel).ConfigureAwait(false);
                return true;
            }

            position = position with { Cursor = page.Cursor, IsFirstOfRun = false };
        }
    }

    private SyncEnd AfterFailure(FollowedSource source, PageStoring pages, DateTimeOffset started, SourceException failure) => failure.RetryAt is { } at
        ? End(pages, started, SyncRunState.Waiting, failure.Message, source.Failures, at)
        : End(
            pages,
            started,
            SyncRunState.Failed,
            failure.Message,
            source.Failures + 1,
            SyncPlan.AfterFailure(clock.GetUtcNow(), source.Failures + 1, failure.NeedsPerson, Random()));

    private static SyncEnd End(PageStoring pages, DateTimeOffset started, SyncRunState state, string? error, int failures, DateTimeOffset next) =>
        new(pages.Run, state, error, failures, next, started);

    private async Task NoteAsync(FollowedSource source, SyncEnd end)
    {
        try
        {
            await store.EndRunAsync(source.Id, end, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LibraryException)
        {
            // The run's entry then shows as stopped once it has been silent for a while.
        }
    }

    private double Random()
    {
        lock (_random)
            return _random.NextDouble();
    }
}
