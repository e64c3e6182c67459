using System.Diagnostics;
using System.Globalization;

namespace Winnow.Benchmarks.Models;

/// <summary>A control group of its own with a memory limit, version 1 or 2, whichever this system has.</summary>
internal sealed class ControlGroup : IDisposable
{
    private readonly string _folder;

    private ControlGroup(string folder) => _folder = folder;

    /// <returns>Null where this process may not make one.</returns>
    internal static ControlGroup? Make(long bytes)
    {
        var isOld = Directory.Exists("/sys/fs/cgroup/memory");
        var folder = Path.Combine(isOld ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup", $"winnow-bench-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, isOld ? "memory.limit_in_bytes" : "memory.max"), bytes.ToString(CultureInfo.InvariantCulture));
            return new ControlGroup(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal async Task<(int Code, string Output)> RunAsync(IReadOnlyList<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "echo $$ > \"$0/cgroup.procs\" && exec \"$@\"", _folder, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return (process.ExitCode, await output);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // The kernel is still taking a killed process out of it; an empty group costs nothing.
        }
    }
}
