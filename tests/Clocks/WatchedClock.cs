using Microsoft.Extensions.Time.Testing;

namespace Winnow.Clocks;

/// <summary>A clock that the test moves, and that says who waits for it: so a test knows when what it started is at rest, on a machine however slow.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private int _waiting;

    public WatchedClock()
    {
    }

    public WatchedClock(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>Waits that have begun and are not over.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>How long the last wait that began is to take.</summary>
    public TimeSpan LastWait { get; private set; }

    /// <summary>Lets time pass, a little at a time, until a task is done.</summary>
    public async Task PassUntilAsync(Task done, TimeSpan step, CancellationToken cancel)
    {
        while (!done.IsCompleted)
        {
            Advance(step);
            await Task.Delay(1, cancel);
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _waiting);
        LastWait = dueTime;
        return new Wait(base.CreateTimer(callback, state, dueTime, period), () => Interlocked.Decrement(ref _waiting));
    }

    private sealed class Wait(ITimer timer, Action over) : ITimer
    {
        private int _isOver;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                over();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
