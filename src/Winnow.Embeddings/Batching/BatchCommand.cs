using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Winnow.Embeddings.Batching;

/// <summary>Runs a command with one batch after the other, each in a process of its own, and watches what it uses.</summary>
/// <param name="words">The command; wherever it says <c>{batch}</c>, the size is put in.</param>
/// <param name="limit">Bytes that it may have at most, besides what the machine allows; null: no other limit.</param>
/// <param name="patience">A run that takes longer is ended, and the search with it.</param>
/// <param name="clock">Times the runs.</param>
public sealed class BatchCommand(IReadOnlyList<string> words, long? limit, TimeSpan patience, TimeProvider clock)
{
    /// <summary>What stands for the size of the batch.</summary>
    public const string Placeholder = "{batch}";

    private const int Killed = 137;
    private const int TailLength = 4000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Leftover = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GraphicsInterval = TimeSpan.FromMilliseconds(100);

    // As Python, PyTorch, CUDA, C++, Java, .NET, Node, Go and shells say it.
    private static readonly string[] OutOfMemory =
    [
        "out of memory", "outofmemory", "memoryerror", "bad_alloc", "cannot allocate memory", "can't allocate memory", "failed to allocate", "allocation failed", "alloc_failed", "not enough memory",
        "memory exhausted", "unable to allocate",
    ];

    /// <summary>Finds the largest batch that fits.</summary>
    /// <param name="most">No batch larger than this is tried.</param>
    /// <param name="progress">Is told of each run when it has ended.</param>
    /// <param name="cancel">Ends the run at work and the search.</param>
    /// <exception cref="BatchCommandException">The command cannot be started, fails for another reason than memory, or takes too long.</exception>
    public async Task<BatchFinding> FindAsync(int most, IProgress<BatchProbe>? progress, CancellationToken cancel)
    {
        var probes = new List<BatchProbe>();
        while (BatchPlanner.Next(probes, most) is { } batch)
        {
            probes.Add(await RunAsync(batch, cancel).ConfigureAwait(false));
            progress?.Report(probes[^1]);
        }

        return BatchFinding.Of(probes);
    }

    /// <summary>One run.</summary>
    public async Task<BatchProbe> RunAsync(int batch, CancellationToken cancel)
    {
        var limits = MachineMemory.Limits().ToList();
        if (limit is { } own) limits.Add(new MemoryLimit(MemoryKind.Resident, own, "the limit that was asked for"));
        var graphicsBefore = limits.Exists(one => one.Kind == MemoryKind.Graphics) ? GraphicsMemory.Read()?.Used ?? 0 : (long?)null;
        var kills = MachineMemory.Kills();
        using var process = Start(batch);
        var started = clock.GetTimestamp();
        var tail = new StringBuilder();
        var output = Task.WhenAll(KeepTailAsync(process.StandardOutput, tail), KeepTailAsync(process.StandardError, tail));
        var (use, stopped) = await WatchAsync(process, limits, graphicsBefore, started, cancel).ConfigureAwait(false);
        var seconds = clock.GetElapsedTime(started).TotalSeconds;
        await FinishAsync(output).ConfigureAwait(false);
        var said = Said(tail);
        if (stopped == Stop.TooLong) throw new BatchCommandException(string.Create(CultureInfo.InvariantCulture, $"The command had not ended after {patience.TotalSeconds:0.#} s with a batch of {batch}."), said);
        if (stopped == Stop.TooMuch || MachineMemory.Kills() > kills || (process.ExitCode != 0 && IsOutOfMemory(process.ExitCode, said))) return new BatchProbe(batch, [], seconds, false);
        if (process.ExitCode != 0) throw new BatchCommandException(string.Create(CultureInfo.InvariantCulture, $"With a batch of {batch} the command ended with code {process.ExitCode}, and nothing it said is about memory."), said);
        return new BatchProbe(batch, [.. limits.Select(one => use.Of(one.Kind) / (double)Math.Max(1, one.Bytes))], seconds, true);
    }

    /// <summary>Whether a command that ended with this code, and said this last, had too little memory.</summary>
    internal static bool IsOutOfMemory(int code, string said) => code == Killed || OutOfMemory.Any(sign => said.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private Process Start(int batch)
    {
        var size = batch.ToString(CultureInfo.InvariantCulture);
        string[] filled = [.. words.Select(word => word.Replace(Placeholder, size, StringComparison.Ordinal))];
        try
        {
            var process = Process.Start(new ProcessStartInfo(filled[0], filled[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            OfferToTheKernel(process);
            return process;
        }
        catch (Win32Exception missing)
        {
            throw new BatchCommandException($"{filled[0]} cannot be started: {missing.Message}", "", missing);
        }
    }

    // If memory runs out, the kernel is to take this process and not the one that watches it.
    private static void OfferToTheKernel(Process process)
    {
        try
        {
            File.WriteAllText($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/oom_score_adj", "900");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It has ended, or this is not Linux.
        }
    }

    private async Task<(MemoryUse Use, Stop Stopped)> WatchAsync(Process process, List<MemoryLimit> limits, long? graphicsBefore, long started, CancellationToken cancel)
    {
        var use = default(MemoryUse);
        var graphicsAt = started;
        var own = limit ?? long.MaxValue;
        try
        {
            while (!process.HasExited)
            {
                use = use.Most(OperatingSystem.IsLinux() ? ProcessTree.Measure(process.Id) : Portable(process));
                if (graphicsBefore is { } before && clock.GetElapsedTime(graphicsAt) >= GraphicsInterval)
                {
                    use = use.Most(new MemoryUse(0, 0, (GraphicsMemory.Read()?.Used ?? before) - before));
                    graphicsAt = clock.GetTimestamp();
                }

                if (use.Resident > own) return (use, await EndAsync(process, Stop.TooMuch).ConfigureAwait(false));
                if (clock.GetElapsedTime(started) > patience) return (use, await EndAsync(process, Stop.TooLong).ConfigureAwait(false));
                await Task.Delay(Interval, clock, cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process, Stop.TooLong).ConfigureAwait(false);
            throw;
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return (use, Stop.No);
    }

    private static async Task<Stop> EndAsync(Process process, Stop why)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return why;
    }

    private static MemoryUse Portable(Process process)
    {
        process.Refresh();
        return new MemoryUse(process.PeakWorkingSet64, process.PeakVirtualMemorySize64, 0);
    }

    /// <summary>Waits for what is still on its way. A process that the command left behind may hold its output open for good, and nobody waits for that.</summary>
    private async Task FinishAsync(Task output)
    {
        try
        {
            await output.WaitAsync(Leftover, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What was said until now counts.
        }
    }

    private static string Said(StringBuilder tail)
    {
        lock (tail)
        {
            return tail.ToString();
        }
    }

    private static async Task KeepTailAsync(StreamReader reader, StringBuilder tail)
    {
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
        {
            lock (tail)
            {
                tail.Append(buffer, 0, read);
                if (tail.Length > 2 * TailLength) tail.Remove(0, tail.Length - TailLength);
            }
        }
    }

    private enum Stop
    {
        No,
        TooMuch,
        TooLong,
    }
}
