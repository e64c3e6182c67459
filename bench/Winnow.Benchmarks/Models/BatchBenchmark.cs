using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Winnow.Embeddings.Onnx;

namespace Winnow.Benchmarks.Models;

/// <summary>
/// What <c>winnow batch-size</c> finds for real commands in a control group with little memory, over the true maximum, which is searched by halving with the same
/// command in the same group and without Winnow beside it. Needs the right to make control groups (root).
/// </summary>
internal static class BatchBenchmark
{
    private const int MebiByte = 1 << 20;

    /// <summary>The true maximum is known to within this share of it.</summary>
    private const double Precision = 0.01;

    internal static async Task<int> RunAsync()
    {
        var report = new BenchmarkReport("batch");
        report.Line("# The largest batch that fits\n");
        report.Line($"{Machine.Describe()}. Found by `winnow batch-size` inside the control group; the true maximum by halving.\n");
        report.Line("| command | limit, MiB | found | true maximum | found over true | runs | seconds |\n|---|---|---|---|---|---|---|");
        foreach (var (name, limit, words) in Commands())
        {
            using var group = ControlGroup.Make((long)limit * MebiByte);
            if (group is null)
            {
                Console.Error.WriteLine("This benchmark makes a control group with a memory limit; it must run as root where the hierarchy may be written.");
                return 1;
            }

            var started = Stopwatch.GetTimestamp();
            var (found, runs) = await FindAsync(group, words);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var truth = await TruthAsync(group, words, found);
            report.Line(string.Create(CultureInfo.InvariantCulture, $"| {name} | {limit} | {found} | {truth} | {(double)found / truth:0.000} | {runs} | {seconds:0} |"));
        }

        Console.WriteLine($"\nWritten to {report.Save()}");
        return 0;
    }

    /// <summary>One batch of the longest texts, as <c>batch --run N</c>: what the benchmark's own commands run.</summary>
    internal static void RunLongest(int batch)
    {
        using var model = OnnxEmbedder.Open(ModelFolder, threads: 0);
        model.RunLongest(batch);
    }

    private static string ModelFolder => Path.GetFullPath(Path.Combine(RepositoryFolder.Root, "..", "shared", "models", "all-MiniLM-L6-v2"));

    private static IEnumerable<(string Name, int Limit, string[] Words)> Commands()
    {
        yield return ("`head` into `tail`: a mebibyte an item, nothing fixed", 600, ["sh", "-c", "head -c $(({batch} * 1048576)) /dev/zero | tail -n 1 > /dev/null"]);
        yield return ("Perl: 300 MB fixed, 100 kB an item", 2000, ["perl", "-e", "my $fixed = 'a' x 300_000_000; my @items = map { 'b' x 100_000 } 1 .. {batch}; print scalar @items"]);
        yield return ("awk: an array of {batch} times 1,000 numbers", 700, ["awk", "BEGIN { for (i = 0; i < {batch} * 1000; i++) a[i] = i * 1.5; print length(a) }"]);
        if (Directory.Exists(ModelFolder))
        {
            yield return ("ONNX: all-MiniLM-L6-v2, 256 tokens a text", 1500, [Environment.ProcessPath!, .. ReplacementBenchmark.Host(), "batch", "--run", "{batch}"]);
        }
    }

    private static async Task<(int Found, int Runs)> FindAsync(ControlGroup group, string[] words)
    {
        var data = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var (code, output) = await group.RunAsync([ProductProcess.Executable, "batch-size", "--json", "--data", data, "--", .. words]);
            if (code != 0)
            {
                throw new InvalidOperationException($"winnow batch-size ended with code {code}.");
            }

            using var answer = JsonDocument.Parse(output);
            return (answer.RootElement.GetProperty("largest").GetInt32(), answer.RootElement.GetProperty("runs").GetArrayLength());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> TruthAsync(ControlGroup group, string[] words, int found)
    {
        async Task<bool> FitsAsync(int batch) =>
            (await group.RunAsync([.. words.Select(word => word.Replace("{batch}", batch.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))])).Code == 0;

        var (fits, wall) = (0, Math.Max(found + 1, (int)(found * 1.2)));
        if (await FitsAsync(found))
        {
            fits = found;
            while (wall < 20 * found && await FitsAsync(wall))
            {
                (fits, wall) = (wall, (int)(wall * 1.3) + 1);
            }
        }
        else
        {
            wall = found;
        }

        while (wall - fits > Math.Max(1, Precision * wall))
        {
            var middle = fits + ((wall - fits) / 2);
            (fits, wall) = await FitsAsync(middle) ? (middle, wall) : (fits, middle);
        }

        return fits;
    }
}
