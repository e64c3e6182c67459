using System.Diagnostics;
using System.Globalization;
using Winnow.Sources;
using Winnow.Sources.Importing;
using Winnow.Storage.Sqlite;

namespace Winnow.Storage.Tests.Importing;

/// <summary>An import in a process of its own, which says on standard output how many records it has stored, until it ends or is killed.</summary>
internal static class KilledImport
{
    internal const string Verb = "import-until-killed";

    /// <summary>Small, so that there are many moments to be killed between and inside of.</summary>
    private const int BatchRecords = 20;

    /// <summary>The child's side.</summary>
    internal static async Task<int> RunAsync(string folder, string file)
    {
        await using var library = OpenLibrary(folder);
        var import = new PaperImport(library, KnownFormats.All, folder, TimeProvider.System);
        await import.RunAsync(new ImportRequest([file]) { BatchRecords = BatchRecords }, new Told(), CancellationToken.None);
        return 0;
    }

    internal static SqliteLibrary OpenLibrary(string folder) => SqliteLibrary.Open(Path.Combine(folder, "library.db"), KnownFormats.All, TimeProvider.System);

    /// <summary>The test's side: starts the child and kills it after it has told of so many batches and some time has passed.</summary>
    /// <returns>The records that it said were stored, and whether it had ended by itself.</returns>
    internal static async Task<(long Stored, bool Ended)> StartAndKillAsync(string folder, string file, int batches, TimeSpan later, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledImport).Assembly.Location);
        }

        foreach (var argument in new[] { Verb, folder, file })
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        long stored = 0;
        for (var told = 0; told < batches && await child.StandardOutput.ReadLineAsync(cancel) is { } line; told++)
        {
            stored = long.Parse(line, CultureInfo.InvariantCulture);
        }

        await Task.Delay(later, cancel);
        child.Kill();
        await child.WaitForExitAsync(cancel);
        return (stored, child.ExitCode == 0);
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            Console.Out.WriteLine(value.Counts.Read.ToString(CultureInfo.InvariantCulture));
            Console.Out.Flush();
        }
    }
}
