using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Winnow.Embeddings.Batching;

/// <summary>The first graphics processor's memory, as NVIDIA's own tool reports it; without that tool there is none.</summary>
internal static class GraphicsMemory
{
    private const long MebiByte = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static bool _missing;

    /// <returns>Bytes, or null when there is no such processor.</returns>
    internal static (long Total, long Used)? Read()
    {
        if (_missing) return null;
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("nvidia-smi", ["--query-gpu=memory.total,memory.used", "--format=csv,noheader,nounits", "--id=0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var line = tool.StandardOutput.ReadLine();
            tool.WaitForExit(Patience);
            var numbers = (line ?? "").Split(',', StringSplitOptions.TrimEntries);
            if (numbers.Length == 2 && long.TryParse(numbers[0], CultureInfo.InvariantCulture, out var total) && long.TryParse(numbers[1], CultureInfo.InvariantCulture, out var used))
                return (total * MebiByte, used * MebiByte);
        }
        catch (Win32Exception)
        {
            // Not installed: asked once.
        }

        _missing = true;
        return null;
    }
}
