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
    private const int Batch = 500;

    /// <summary>Brings all trends up to date.</summary>
    /// <returns>How many were computed.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancel)
    {
        if (await store.GetFormulaAsync(cancel).ConfigureAwait(false) != TrendFormula.Version)
        {
            await store.InvalidateTrendsAsync(TrendFormula.Version, cancel).ConfigureAwait(false);
        }

        var computed = 0;
        while (await store.GetStaleAsync(Batch, cancel).ConfigureAwait(false) is { Count: > 0 } stale)
        {
            UpdatedTrend[] updates = [.. stale.Select(one => new UpdatedTrend(one.Id, one.Mark, one.Paper is { } paper ? TrendScore.Of(paper, one.Signals) : null))];
            await store.UpdateTrendsAsync(updates, cancel).ConfigureAwait(false);
            computed += updates.Length;
        }

        return computed;
    }

    /// <summary>
    /// Catches up again and again, <paramref name="pause"/> apart, until cancelled. A library that cannot be written now (a full disk) is tried again the next
    /// round: whoever writes to it is told already.
    /// </summary>
    public async Task FollowAsync(TimeSpan pause, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                try
                {
                    await CatchUpAsync(cancel).ConfigureAwait(false);
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
