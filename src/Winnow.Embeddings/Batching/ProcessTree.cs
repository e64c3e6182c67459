using System.Globalization;

namespace Winnow.Embeddings.Batching;

/// <summary>Memory of a process and all that it started, read from <c>/proc</c>.</summary>
internal static class ProcessTree
{
    private const long KibiByte = 1024;

    /// <summary>What the tree has now; of a single process the most that it ever had.</summary>
    internal static MemoryUse Measure(int process)
    {
        var (together, alone, addresses) = (0L, 0L, 0L);
        foreach (var member in Members(process))
        {
            var status = Status(member);
            together += status.Now;
            alone = Math.Max(alone, status.Peak);
            addresses = Math.Max(addresses, status.Addresses);
        }

        return new MemoryUse(Math.Max(together, alone), addresses, 0);
    }

    private static List<int> Members(int process)
    {
        List<int> members = [process];
        for (var i = 0; i < members.Count; i++)
        {
            try
            {
                foreach (var task in Directory.EnumerateDirectories($"/proc/{members[i].ToString(CultureInfo.InvariantCulture)}/task"))
                {
                    members.AddRange(File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)));
                }
            }
            catch (IOException)
            {
                // It has ended, or this kernel does not list children.
            }
        }

        return members;
    }

    private static (long Now, long Peak, long Addresses) Status(int process)
    {
        var (now, peak, addresses) = (0L, 0L, 0L);
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status"))
            {
                if (line.StartsWith("VmRSS:", StringComparison.Ordinal)) now = Bytes(line);
                else if (line.StartsWith("VmHWM:", StringComparison.Ordinal)) peak = Bytes(line);
                else if (line.StartsWith("VmPeak:", StringComparison.Ordinal)) addresses = Bytes(line);
            }
        }
        catch (IOException)
        {
            // It has ended.
        }

        return (now, peak, addresses);
    }

    private static long Bytes(string line) =>
        long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * KibiByte;
}
