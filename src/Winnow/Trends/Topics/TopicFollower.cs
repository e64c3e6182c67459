using Winnow.Papers;
using Winnow.Search.Indexing;
using Winnow.Trends.Topics.Files;

namespace Winnow.Trends.Topics;

/// <summary>
/// Counts the library's phrases, and goes on from the position that the counts have reached. They are derived: without their folder, or with a damaged one, they
/// are counted again; a kill costs what was not committed.
/// </summary>
public sealed class TopicFollower(IPaperLibrary library, string folder, TimeProvider clock)
{
    /// <summary>Papers read and counted at once: some ten milliseconds of work.</summary>
    private const int Slice = 200;

    /// <summary>Fewer are counted before anybody can look how far it is.</summary>
    private const int WorthTelling = 2000;

    /// <summary>A commit costs a flush to disk; a kill loses at most this much work, some seconds of it.</summary>
    private const int PapersPerCommit = 50_000;

    /// <summary>Papers that trickle in are counted together: nobody watches a topic rise by the second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>How far the counting of many papers has got; null while there is none in this process.</summary>
    public WorkProgress? Running { get; private set; }

    /// <summary>Counts what is new.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops; what was committed stays.</param>
    /// <param name="pace">How hard to work; null for all that one core gives.</param>
    /// <returns>How many changes were read; 0 when there was nothing to do, or another process is at it.</returns>
    public async Task<long> CatchUpAsync(IProgress<IndexProgress>? progress, CancellationToken cancel, Pace? pace = null)
    {
        pace ??= new Pace(clock, 1);
        try
        {
            var (counted, now) = (TopicManifest.Read(folder)?.Position ?? 0, await library.GetPositionAsync(cancel));
            // A library that is behind its counts is another one, such as an older copy put back.
            return counted == now ? 0 : await CountAsync(anew: counted > now, progress, pace, cancel);
        }
        catch (Exception damage) when (damage is TopicsDamagedException or FileNotFoundException)
        {
            progress?.Report(new IndexProgress(0, 0, 0, $"{damage.Message} Topics are counted again from the library; nothing is lost."));
            return await CountAsync(anew: true, progress, pace, cancel);
        }
        finally
        {
            Running = null;
        }
    }

    /// <summary>Counts everything again. What was counted before answers until this is done.</summary>
    public Task<long> RebuildAsync(IProgress<IndexProgress>? progress, CancellationToken cancel) => CountAsync(anew: true, progress, new Pace(clock, 1), cancel);

    /// <summary>Catches up again and again, at a pace, until cancelled.</summary>
    public async Task FollowAsync(IProgress<IndexProgress>? progress, Pace pace, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                try
                {
                    await CatchUpAsync(progress, cancel, pace);
                }
                catch (IOException problem)
                {
                    progress?.Report(new IndexProgress(0, 0, 0, $"Topics could not be brought up to date: {problem.Message}"));
                }

                await Task.Delay(Pause, clock, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Every commit is complete; the next run goes on from there.
        }
    }

    private async Task<long> CountAsync(bool anew, IProgress<IndexProgress>? progress, Pace pace, CancellationToken cancel)
    {
        var target = await library.GetPositionAsync(cancel);
        using var writer = TopicWriter.TryOpen(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1), anew);
        if (writer is null)
        {
            return 0;
        }

        var papers = await FeedAsync(writer, anew, target, progress, pace, cancel);
        if (!writer.HasDrifted)
        {
            return papers;
        }

        writer.Dispose();
        return papers + await CountAsync(anew: true, progress, pace, cancel);
    }

    private async Task<long> FeedAsync(TopicWriter writer, bool anew, long target, IProgress<IndexProgress>? progress, Pace pace, CancellationToken cancel)
    {
        var (first, position, papers, uncommitted, started) = (writer.Position, writer.Position, 0L, 0, pace.Begin());
        var begun = started;
        while (await library.GetChangesAsync(position, Slice, cancel) is { Count: > 0 } changes)
        {
            foreach (var change in changes)
            {
                writer.Apply(change);
            }

            position = changes[^1].Position;
            (papers, uncommitted) = (papers + changes.Count, uncommitted + changes.Count);
            // Counting anew commits once, at its end: until then the old counts answer, whole.
            if (!anew && uncommitted >= PapersPerCommit)
            {
                await writer.CommitAsync(position, pace, cancel);
                uncommitted = 0;
            }

            progress?.Report(new IndexProgress(papers, position, Math.Max(target, position)));
            Running = target - first >= WorthTelling ? new WorkProgress(position - first, Math.Max(target, position) - first, clock.GetElapsedTime(started)) : null;
            begun = await pace.RestAsync(begun, cancel);
        }

        await writer.CommitAsync(position, pace, cancel);
        return papers;
    }
}
