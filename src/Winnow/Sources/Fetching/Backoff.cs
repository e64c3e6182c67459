namespace Winnow.Sources.Fetching;

/// <summary>How long to wait before trying again: doubling, with jitter so that those who failed together do not return together.</summary>
public static class Backoff
{
    /// <param name="attempt">How many tries have failed, from 1.</param>
    /// <param name="first">The delay after the first.</param>
    /// <param name="longest">No delay is longer.</param>
    /// <param name="random">A random number, 0 to 1: the delay is between half and all of <c>first × 2^(attempt − 1)</c>.</param>
    public static TimeSpan Delay(int attempt, TimeSpan first, TimeSpan longest, double random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        // 2^40 seconds are 34,000 years: beyond, only overflow is to be gained.
        var full = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 40)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (Math.Clamp(random, 0, 1) / 2)));
    }
}
