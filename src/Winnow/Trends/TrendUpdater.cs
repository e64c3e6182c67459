using Winnow.Papers;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;

namespace Winnow.Trends;

/// <summary>
/// Computes the trends of papers whose signals changed, and of no others. Any process may do it, several at once too: what changed again meanwhile stays out of
/// date, and nothing is lost when a process dies.
/// </summary>
public sealed class TrendUpdater(ISignalStore store, TimeProvider clock)
{
    /// <summary>Papers read and computed at once: some ten milliseconds of work.</summary>
    private const int Slice = 500;

    /// <summary>
    /// Trends written at once. A transaction touches most pages of two indexes whether it has five hundred trends or ten thousand, and ten thousand hold the
    /// library's write lock for a fifth of a second.
    /// </summary>
    private const int Written = 10_000;

    /// <summary>How far a computation of many trends has got; null while there is none in this process.</summary>
    public WorkProgress? Running { get; private set; }

    /// <summary>Brings all trends up to date.</summary>
    /// <param name="cancel">Stops after what is being written.</param>
    /// <param name="pace">How hard to work; null for all that one core gives.</param>
    /// <returns>How many were computed.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancel, Pace? pace = null)
    {
        if (await store.GetFormulaAsync(cancel).ConfigureAwait(false) != TrendFormula.Version)
        {
            await store.InvalidateTrendsAsync(TrendFormula.Version, cancel).ConfigureAwait(false);
        }

        try
        {
            return await ComputeAsync(pace ?? new Pace(clock, 1), cancel).ConfigureAwait(false);
        }
        finally
        {
            Running = null;
        }
    }

    private async Task<int> ComputeAsync(Pace pace, CancellationToken cancel)
    {
        var (computed, waiting, mark, started) = (0, 0L, 0L, pace.Begin());
        var begun = started;
        var updates = new List<UpdatedTrend>();
        while (await store.GetStaleAsync(mark, Slice, cancel).ConfigureAwait(false) is { Count: > 0 } stale)
        {
            updates.AddRange(stale.Select(one => new UpdatedTrend(one.Id, one.Mark, one.Paper is { } paper ? TrendScore.Of(paper, one.Signals) : null)));
            (computed, mark) = (computed + stale.Count, stale[^1].Mark);
            if (stale.Count < Slice)
            {
                break;
            }

            if (updates.Count >= Written)
            {
                await store.UpdateTrendsAsync(updates, cancel).ConfigureAwait(false);
                updates.Clear();
            }

            waiting = waiting > 0 ? waiting : (await store.CountTrendsAsync(cancel).ConfigureAwait(false)).Waiting;
            Running = new WorkProgress(computed, Math.Max(computed, waiting), clock.GetElapsedTime(started));
            begun = await pace.RestAsync(begun, cancel).ConfigureAwait(false);
        }

        if (updates.Count > 0)
        {
            await store.UpdateTrendsAsync(updates, cancel).ConfigureAwait(false);
        }

        return computed;
    }

    /// <summary>
    /// Catches up again and again, <paramref name="pause"/> apart and at a pace, until cancelled. A library that cannot be written now (a full disk) is tried again the next
    /// round: whoever writes to it is told already.
    /// </summary>
    public async Task FollowAsync(TimeSpan pause, Pace pace, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                try
                {
                    await CatchUpAsync(cancel, pace).ConfigureAwait(false);
                }
                catch (LibraryException)
                {
                    // The signals are stored; only their trends are old.
                }

                await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Every update is complete, so there is nothing to undo.
        }
    }
}
