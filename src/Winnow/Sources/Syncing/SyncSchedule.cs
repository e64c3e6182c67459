using Winnow.Papers;

namespace Winnow.Sources.Syncing;

/// <summary>Runs every source when it is due, for as long as the program runs.</summary>
/// <param name="store">Which sources there are.</param>
/// <param name="engine">Runs them.</param>
/// <param name="clock">Says what is due.</param>
public sealed class SyncSchedule(ISyncStore store, SyncEngine engine, TimeProvider clock)
{
    /// <summary>How soon a source that was just added is noticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After a failure of the library, or of a source's reader, there is no hurry.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Sources of different hosts are read side by side; those of one host take turns anyway.</summary>
    private const int AtOnce = 4;

    /// <summary>Returns when cancelled.</summary>
    /// <param name="report">Told of each run that ended, except those that found nothing new, and of failures that belong to no source.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task FollowAsync(Action<string> report, CancellationToken cancel)
    {
        var running = new Dictionary<long, Task>();
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                await StartDueAsync(running, report, cancel).ConfigureAwait(false);
                await Task.Delay(Look, clock, cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The usual end.
        }
        finally
        {
            await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartDueAsync(Dictionary<long, Task> running, Action<string> report, CancellationToken cancel)
    {
        foreach (var ended in running.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
            running.Remove(ended);

        try
        {
            var now = clock.GetUtcNow();
            foreach (var source in await store.GetSourcesAsync(cancel).ConfigureAwait(false))
            {
                if (running.Count < AtOnce && source.IsDue(now) && !running.ContainsKey(source.Id))
                    running.Add(source.Id, Task.Run(() => RunAsync(source, report, cancel), CancellationToken.None));
            }
        }
        catch (LibraryException failure)
        {
            report(failure.Message);
            await Task.Delay(AfterFailure, clock, cancel).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(FollowedSource source, Action<string> report, CancellationToken cancel)
    {
        try
        {
            var result = await engine.RunAsync(source, null, cancel).ConfigureAwait(false);
            if (result.State is SyncRunState.Failed or SyncRunState.Waiting)
                report($"{source.Name}: {result.Message}");
            else if (result.State == SyncRunState.Running)
                await Task.Delay(AfterFailure, clock, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The program ends; the source goes on when it starts again.
        }
        catch (Exception failure)
        {
            // One source must not end the others, whatever its reader does. The wait keeps its place, so that it is not started again at once.
            report($"{source.Name}: {failure.Message}");
            await Task.Delay(AfterFailure, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
