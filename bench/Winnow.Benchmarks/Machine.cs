using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Winnow.Benchmarks;

/// <summary>What the figures were measured on: they mean nothing without it.</summary>
internal static class Machine
{
    internal static string Describe()
    {
        var isa = Avx512BW.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : RuntimeInformation.ProcessArchitecture.ToString();
        return $"{Processor()}, {Environment.ProcessorCount} cores, {isa}; {RuntimeInformation.OSDescription.Trim()}; {RuntimeInformation.FrameworkDescription}";
    }

    private static string Processor()
    {
        const string cpuinfo = "/proc/cpuinfo";
        var line = File.Exists(cpuinfo) ? File.ReadLines(cpuinfo).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? "unknown processor" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
