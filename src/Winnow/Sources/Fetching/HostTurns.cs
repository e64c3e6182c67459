namespace Winnow.Sources.Fetching;

/// <summary>
/// Who may send a request next, for each group of hosts, over all processes that use the data folder and over their restarts: a lock file a group, which holds
/// the earliest moment of the next request.
/// </summary>
/// <param name="folder">Where the lock files are.</param>
/// <param name="rules">How often a group may be asked.</param>
/// <param name="clock">Measures the gaps.</param>
internal sealed class HostTurns(string folder, HostRules rules, TimeProvider clock)
{
    /// <summary>How often one looks whether another process is done; a request takes longer than that.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a request to the group may be sent.</summary>
    /// <param name="group">As <see cref="HostRules.GroupOf"/> names it.</param>
    /// <param name="patience">How long at most; a server may ask to be left alone for an hour.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SourceException">It would take longer.</exception>
    internal async Task<HostTurn> TakeAsync(string group, TimeSpan patience, CancellationToken cancel)
    {
        var path = Path.Combine(folder, $"{group}.turn");
        var deadline = clock.GetUtcNow() + patience;
        while (true)
        {
            if (LockFile.TryTake(path) is { } held)
            {
                var turn = new HostTurn(held, rules.GapOf(group), clock);
                var wait = turn.From - clock.GetUtcNow();
                if (wait <= TimeSpan.Zero)
                    return turn;

                turn.Dispose();
                if (turn.From > deadline)
                    throw new SourceException($"{group} asked to be left alone until {turn.From:yyyy-MM-dd HH:mm:ss} UTC.") { RetryAt = turn.From };

                // The lock is free meanwhile: a turn is short, and whoever comes first after the wait has it.
                await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(Look, clock, cancel).ConfigureAwait(false);
            }
        }
    }
}
