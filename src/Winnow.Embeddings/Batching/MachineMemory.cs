using System.Globalization;

namespace Winnow.Embeddings.Batching;

/// <summary>
/// How much memory a command started from here can have: what is free, what every control group above this process still allows (version 1 and 2, nested
/// ones too: <c>Documentation/admin-guide/cgroup-v2.rst</c> and <c>cgroup-v1/memory.rst</c> of the kernel), its limit of addresses, and a graphics processor's
/// memory. Only Linux tells all this; elsewhere it is what the runtime knows.
/// </summary>
public static class MachineMemory
{
    private const long KibiByte = 1024;

    // A group without a limit reads as the largest number of whole pages.
    private const long NoLimit = 1L << 60;

    /// <summary>The limits that hold now for a command that would be started now.</summary>
    public static IReadOnlyList<MemoryLimit> Limits() => [.. All().OrderBy(limit => limit.Kind).ThenBy(limit => limit.Bytes)];

    /// <summary>The limit of resident memory that is reached first.</summary>
    public static MemoryLimit Resident() => Limits().First(limit => limit.Kind == MemoryKind.Resident);

    /// <summary>
    /// How many processes of this one's control group the kernel has killed because memory ran out. A command in a pipeline may be killed and the pipeline
    /// still end well: only this tells.
    /// </summary>
    internal static long Kills() => OperatingSystem.IsLinux() ? Kills(File.ReadAllLines("/proc/self/cgroup"), "/sys/fs/cgroup") : 0;

    internal static long Kills(IEnumerable<string> membership, string root) => Groups(membership, root).Sum(group =>
        Line(group.Folder, group.IsOld ? "memory.oom_control" : "memory.events", "oom_kill ") ?? 0);

    private static IEnumerable<MemoryLimit> All()
    {
        if (!OperatingSystem.IsLinux())
        {
            var memory = GC.GetGCMemoryInfo();
            yield return new MemoryLimit(MemoryKind.Resident, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes, "memory of this machine");
            yield break;
        }

        if (Number(File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal))) is { } available)
            yield return new MemoryLimit(MemoryKind.Resident, available * KibiByte, "free memory of this machine");
        foreach (var limit in ControlGroups(File.ReadAllLines("/proc/self/cgroup"), "/sys/fs/cgroup")) yield return limit;
        if (Number(File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max address space", StringComparison.Ordinal))) is { } addresses)
            yield return new MemoryLimit(MemoryKind.AddressSpace, addresses, "addresses that a process may reserve (ulimit -v)");
        if (GraphicsMemory.Read() is { } graphics)
            yield return new MemoryLimit(MemoryKind.Graphics, graphics.Total - graphics.Used, "free memory of the graphics processor");
    }

    /// <param name="membership">Lines of <c>/proc/self/cgroup</c>: <c>4:memory:/a/b</c> or <c>0::/a/b</c>.</param>
    /// <param name="root">Where the hierarchies are mounted.</param>
    internal static IEnumerable<MemoryLimit> ControlGroups(IEnumerable<string> membership, string root)
    {
        foreach (var (mount, path, _, isOld) in Groups(membership, root))
        {
            var (limit, usage) = isOld ? ("memory.limit_in_bytes", "memory.usage_in_bytes") : ("memory.max", "memory.current");
            for (var group = path; ; group = group[..Math.Max(0, group.LastIndexOf('/'))])
            {
                var folder = mount + group;
                if (Read(folder, limit) is { } most and < NoLimit && Read(folder, usage) is { } used)
                    yield return new MemoryLimit(MemoryKind.Resident, Math.Max(0, most - used + Reclaimable(folder)), $"memory of the control group {(group.Length == 0 ? "/" : group)}");
                if (group.Length == 0) break;
            }
        }
    }

    // The groups of this process that count memory: one of version 1, one of version 2, or both.
    private static IEnumerable<(string Mount, string Path, string Folder, bool IsOld)> Groups(IEnumerable<string> membership, string root)
    {
        foreach (var parts in membership.Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3))
        {
            var isOld = parts[1].Split(',').Contains("memory");
            if (!isOld && parts[1].Length > 0) continue;
            var (mount, path) = (isOld ? Path.Combine(root, "memory") : root, parts[2].TrimEnd('/'));
            yield return (mount, path, mount + path, isOld);
        }
    }

    // Files that were read and not for some time: the kernel drops them before it kills anything.
    private static long Reclaimable(string folder) => Line(folder, "memory.stat", "total_inactive_file ") ?? Line(folder, "memory.stat", "inactive_file ") ?? 0;

    private static long? Line(string folder, string file, string start)
    {
        try
        {
            return Number(File.ReadLines(Path.Combine(folder, file)).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long? Read(string folder, string file)
    {
        try
        {
            return Number(File.ReadAllText(Path.Combine(folder, file)));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The first number in a line; null where it says <c>max</c> or <c>unlimited</c>.</summary>
    private static long? Number(string? line)
    {
        foreach (var word in (line ?? "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "max" or "unlimited") return null;
            if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        }

        return null;
    }
}
