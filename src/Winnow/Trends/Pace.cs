namespace Winnow.Trends;

/// <summary>How much of a core work in the background takes: after each slice it rests, so that whoever waits for a page finds a free one.</summary>
/// <param name="clock">Measures slices and rests.</param>
/// <param name="share">Of the time, above 0; 1 never rests.</param>
/// <param name="first">The first rest: what is more than a slice lets the others go first when a server starts.</param>
public sealed class Pace(TimeProvider clock, double share, TimeSpan first = default)
{
    private bool _hasRested;

    /// <summary>Slices are some milliseconds; one that took longer (a machine that slept) is no reason to rest for minutes.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    /// <summary>The beginning of a slice, for <see cref="RestAsync"/>.</summary>
    public long Begin() => clock.GetTimestamp();

    /// <summary>Rests for a slice that began at <paramref name="begun"/> and is done.</summary>
    /// <returns>The beginning of the next slice.</returns>
    public async Task<long> RestAsync(long begun, CancellationToken cancel)
    {
        var rest = clock.GetElapsedTime(begun) * ((1 - share) / share);
        rest = !_hasRested && first > TimeSpan.Zero ? first : rest < LongestRest ? rest : LongestRest;
        _hasRested = true;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, cancel).ConfigureAwait(false);
        }

        cancel.ThrowIfCancellationRequested();
        return Begin();
    }
}
