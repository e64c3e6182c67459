using Winnow.Index;
using Winnow.Papers;

namespace Winnow.Search.Indexing;

/// <summary>
/// Makes the index follow the library. The index is derived: it stores the library position that it has reached, so that whatever process comes next goes on
/// from there, and a kill at any moment costs only what was not committed.
/// </summary>
public sealed class PaperIndexer(IPaperLibrary library, PaperIndex index, TimeProvider clock) : IDisposable
{
    /// <summary>Papers read at once; about 4 MB, and as much again is read ahead.</summary>
    private const int ChunkSize = 2000;

    /// <summary>Papers after which a long catch-up shows what it has; more commits mean more merging.</summary>
    private const int PapersPerCommit = 50_000;

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    /// <summary>The index's own lock keeps other processes out; this one lets callers of this process wait in turn.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>How far a catch-up that is at work has got; null between them, and until the first of its papers are read.</summary>
    public IndexProgress? Running { get; private set; }

    /// <summary>
    /// Brings the index to the library's present position; returns at once when it is there. A damaged index, or one of an older version of Winnow, is built
    /// again. While another process writes the index, waits for it to get there.
    /// </summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> CatchUpAsync(IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var target = await library.GetPositionAsync(cancel);
            while (true)
            {
                try
                {
                    if (index.Damage is { } damage)
                    {
                        return await RepairAsync(damage, target, progress, cancel);
                    }

                    return index.Read(newest: true).Position >= target ? 0 : await WriteAsync(rebuild: false, target, progress, cancel);
                }
                catch (Exception unusable) when (unusable is IndexCorruptException or IndexSchemaException)
                {
                    return await RepairAsync(unusable.Message, target, progress, cancel);
                }
                catch (IndexLockedException)
                {
                    await Task.Delay(LockRetry, clock, cancel);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Builds the index anew. Searches go on with the old one until the new one replaces it at once.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RebuildAsync(IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await RebuildInTurnAsync(await library.GetPositionAsync(cancel), progress, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Catches up again and again, <paramref name="pause"/> apart, until cancelled. Errors are reported as notes, and the next round tries again.</summary>
    public async Task FollowAsync(TimeSpan pause, IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                try
                {
                    await CatchUpAsync(progress, cancel);
                }
                catch (IOException problem)
                {
                    progress?.Report(new IndexProgress(0, 0, 0, $"The search index could not be brought up to date: {problem.Message}"));
                }

                await Task.Delay(pause, clock, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The caller has had enough; every commit is complete, so there is nothing to undo.
        }
    }

    public void Dispose() => _turn.Dispose();

    private Task<long> RepairAsync(string problem, long target, IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new IndexProgress(0, 0, target, $"{problem} It is built again from the library; nothing is lost."));
        return RebuildInTurnAsync(target, progress, cancel);
    }

    private async Task<long> RebuildInTurnAsync(long target, IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(rebuild: true, target, progress, cancel);
            }
            catch (IndexLockedException)
            {
                await Task.Delay(LockRetry, clock, cancel);
            }
        }
    }

    private async Task<long> WriteAsync(bool rebuild, long target, IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        long papers;
        using (var writer = IndexWriter.Open(index.Folder, PaperIndexFields.Schema, new IndexWriterOptions { Rebuild = rebuild }))
        {
            papers = await FeedAsync(writer, rebuild, target, progress, cancel);
        }

        index.Repaired();
        return papers;
    }

    private async Task<long> FeedAsync(IndexWriter writer, bool rebuild, long target, IProgress<IndexProgress>? progress, CancellationToken cancel)
    {
        var position = rebuild ? 0 : writer.Position;
        var papers = 0L;
        var uncommitted = 0;
        var next = ReadChunkAsync(position, cancel);
        try
        {
            while (await next is { Count: > 0 } changes)
            {
                position = changes[^1].Position;
                next = ReadChunkAsync(position, cancel);
                Apply(writer, changes);
                papers += changes.Count;
                uncommitted += changes.Count;
                // A rebuild commits once, at its end: until then the old index answers, whole.
                if (!rebuild && uncommitted >= PapersPerCommit)
                {
                    writer.Commit(position);
                    uncommitted = 0;
                }

                Running = new IndexProgress(papers, position, Math.Max(target, position));
                progress?.Report(Running);
                cancel.ThrowIfCancellationRequested();
            }

            writer.Commit(position);
            return papers;
        }
        finally
        {
            Running = null;
            // The chunk read ahead must not outlive the run; its own failure was either thrown above or does not matter any more.
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>On another thread, so that reading the library and indexing overlap.</summary>
    private Task<IReadOnlyList<PaperChange>> ReadChunkAsync(long position, CancellationToken cancel) =>
        Task.Run(() => library.GetChangesAsync(position, ChunkSize, cancel), cancel);

    private static void Apply(IndexWriter writer, IReadOnlyList<PaperChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Paper is null)
            {
                writer.Delete(change.Id.Value);
            }
            else
            {
                writer.Add(PaperDocuments.Of(change.Paper));
            }
        }
    }
}
