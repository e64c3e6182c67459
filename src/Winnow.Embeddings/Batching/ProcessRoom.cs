using System.Diagnostics;

namespace Winnow.Embeddings.Batching;

/// <summary>What this process holds in memory, held at most, and could hold.</summary>
/// <param name="Used">Bytes resident now.</param>
/// <param name="Peak">The most bytes that were ever resident.</param>
/// <param name="Whole">Bytes that it can have: what it has, and what the machine and its control groups still allow.</param>
internal readonly record struct ProcessRoom(long Used, long Peak, long Whole)
{
    public static ProcessRoom Now()
    {
        using var self = Process.GetCurrentProcess();
        var used = self.WorkingSet64;
        return new ProcessRoom(used, self.PeakWorkingSet64, used + MachineMemory.Resident().Bytes);
    }

    /// <summary>
    /// The most that a run took, seen from before and after it. A peak higher than any before is its own; else what is held afterwards, since ONNX Runtime keeps what it
    /// has allocated for the next run.
    /// </summary>
    public static long Taken(ProcessRoom before, ProcessRoom after) => after.Peak > before.Peak ? after.Peak : after.Used;
}
