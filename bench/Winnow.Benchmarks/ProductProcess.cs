using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Winnow.Benchmarks;

/// <summary>One run of <c>winnow</c> as users run it.</summary>
/// <param name="Seconds">From start to exit.</param>
/// <param name="PeakMegabytes">The most memory that it held (VmHWM); 0 where the system does not tell.</param>
/// <param name="Output">What it printed.</param>
internal sealed partial record ProductProcess(double Seconds, double PeakMegabytes, string Output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    internal static string Executable { get; } = Path.Combine(
        RepositoryFolder.Root, "artifacts", "bin", "Winnow.Cli", "release", OperatingSystem.IsWindows() ? "winnow.exe" : "winnow");

    internal static Process Start(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{Executable} could not be started.");

    /// <summary>Where a server says that it is: the system gave it the port, which nobody else can have taken. What it says from then on is read and forgotten.</summary>
    /// <exception cref="InvalidOperationException">It ended before it said so; the message holds what it complained of.</exception>
    internal static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                _ = server.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException($"The server ended: {await server.StandardError.ReadToEndAsync()}");
    }

    /// <exception cref="InvalidOperationException">It ended with another code than 0 or 1 (which says that nothing was found); the message holds what it printed.</exception>
    internal static async Task<ProductProcess> RunAsync(params IEnumerable<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        var exit = process.WaitForExitAsync();
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, PeakMegabytesOf(process.Id));
            await Task.WhenAny(exit, Task.Delay(Look));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode is 0 or 1
            ? new ProductProcess(seconds, peak, await output)
            : throw new InvalidOperationException($"winnow {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
    }

    [GeneratedRegex(@"http://\S+:\d+")]
    private static partial Regex Address();

    private static double PeakMegabytesOf(int process)
    {
        try
        {
            // "VmHWM:   123456 kB"; the line is missing once the process has ended.
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
