using System.Diagnostics;
using System.Globalization;

namespace Winnow.Benchmarks;

/// <summary>Times of one kind of work, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly double[] _sorted;

    private Latencies(IEnumerable<double> times) => _sorted = [.. times.Order()];

    internal double Median => At(0.5);

    internal double P99 => At(0.99);

    /// <summary>Runs the first <paramref name="warmUp"/> inputs unmeasured, so that code is compiled and pages are in memory, and then all of them measured, once.</summary>
    internal static async Task<Latencies> MeasureAsync(IReadOnlyList<string> inputs, Func<string, Task> work, int warmUp)
    {
        foreach (var input in inputs.Take(warmUp))
        {
            await work(input);
        }

        var times = new List<double>(inputs.Count);
        foreach (var input in inputs)
        {
            var started = Stopwatch.GetTimestamp();
            await work(input);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Latencies(times);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} ms | {P99:0.00} ms");

    private double At(double quantile) => _sorted[Math.Min(_sorted.Length - 1, (int)(quantile * _sorted.Length))];
}
