using System.Diagnostics;
using System.Globalization;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources;
using Winnow.Storage.Sqlite;

namespace Winnow.Benchmarks.Sources;

/// <summary>
/// A harvest of 100,000 generated records by the real executable, which is killed again and again, from a server that misbehaves: complete, nothing double,
/// and polite by the server's own stamps.
/// </summary>
internal sealed class SyncBenchmark(double gapSeconds)
{
    private const int Records = 100_000;
    private const int PerDay = 1_500;
    private const int PageSize = 2_500;
    private const int Kills = 12;
    private const int Poisoned = 61_234;
    private const int Deleted = 17;

    private readonly BenchmarkReport _report = new("sync");
    private readonly Random _random = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-bench-sync-").FullName;
    private readonly HashSet<string> _done = [];

    /// <returns>The exit code: 1 when something is missing, double or impolite.</returns>
    internal async Task<int> RunAsync()
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-80);
        var arXiv = new OaiRepository(Records, first, PerDay) { PageSize = PageSize, Spoil = Spoil, Today = first.AddDays(80) };
        arXiv.Knows = token => !(token.EndsWith("|25000", StringComparison.Ordinal) && Once("expired token"));
        for (var number = 0; number < Deleted; number++)
        {
            arXiv.Change(1000 * number, first.AddDays(70), deleted: true);
        }

        await using var server = ReplayServer.Start(request => Answer(arXiv, request));
        Environment.SetEnvironmentVariable("WINNOW_DATA", _folder);
        Environment.SetEnvironmentVariable("WINNOW_ENDPOINTS", $"arxiv={server.Address}oai");
        Environment.SetEnvironmentVariable("WINNOW_REQUEST_GAP", gapSeconds.ToString(CultureInfo.InvariantCulture));
        await ProductProcess.RunAsync("sources", "add", "arxiv", "cs.CL");

        var started = Stopwatch.GetTimestamp();
        var kills = await KillAsync();
        var last = await ProductProcess.RunAsync("sync", "arxiv:cs.CL", "--json");
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var fine = await ReportAsync(server, arXiv, kills, seconds, last);
        Directory.Delete(_folder, recursive: true);
        Console.WriteLine($"Kept in {_report.Save()}.");
        return fine ? 0 : 1;
    }

    /// <summary>Kills runs at random moments, each after it had time to do something.</summary>
    private async Task<int> KillAsync()
    {
        var kills = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = ProductProcess.Start("sync", "arxiv:cs.CL");
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await Task.Delay(TimeSpan.FromSeconds(2 + (gapSeconds * 3 * _random.NextDouble()) + (3 * _random.NextDouble())));
            if (!process.HasExited)
            {
                process.Kill();
                kills++;
            }

            await process.WaitForExitAsync();
        }

        return kills;
    }

    private ReplayAnswer Answer(OaiRepository arXiv, ReplayRequest request)
    {
        var answer = arXiv.Answer(request);
        return request.Number switch
        {
            4 when Once("503 with Retry-After: 5") => ReplayAnswer.Failure(503, "5"),
            9 when Once("429 with Retry-After: 3") => ReplayAnswer.Failure(429, "3"),
            14 when Once("connection cut") => answer with { CutAfter = answer.Body.Length / 2 },
            19 when Once("HTTP status 500") => ReplayAnswer.Failure(500),
            24 when Once("slow: 10 s to the first byte") => answer with { Delay = TimeSpan.FromSeconds(10) },
            29 when Once("503 with Retry-After: 1") => ReplayAnswer.Failure(503, "1"),
            _ => answer,
        };
    }

    private string Spoil(ReplayRequest request, string page)
    {
        var title = $"<title>{OaiRepository.TitleOf(Poisoned)}</title>";
        return page.Replace(title, $"{title[..^8]} & more</title>", StringComparison.Ordinal);
    }

    private bool Once(string fault)
    {
        lock (_done)
        {
            return _done.Add(fault);
        }
    }

    private async Task<bool> ReportAsync(ReplayServer server, OaiRepository arXiv, int kills, double seconds, ProductProcess last)
    {
        var (missing, wrong, counts) = await CompareAsync(arXiv);
        var smallest = server.Gaps.Min();
        var fine = missing == 1 && wrong == 0 && counts.Records == Records - 1 - Deleted && smallest >= gapSeconds * 1000 && server.MostConnections == 1;
        _report.Line($"# `winnow sync`: {Records:N0} records, killed {kills} times");
        _report.Line("");
        _report.Line($"{Machine.Describe()}. The server is on the same machine; pages have {PageSize:N0} records; the setting requestGap is {gapSeconds} s.");
        _report.Line($"One record is damaged (an unescaped &), {Deleted} are deleted upstream. Misbehaviour, once each: {string.Join("; ", _done.Order(StringComparer.Ordinal))}.");
        _report.Line("");
        _report.Line("| what | value |");
        _report.Line("|---|---|");
        _report.Line($"| records in the library | {counts.Records:N0} of {Records - Deleted:N0} that the server gives |");
        _report.Line($"| papers | {counts.Papers:N0} |");
        _report.Line($"| missing, besides the damaged one | {missing - 1} |");
        _report.Line($"| with a wrong title or day | {wrong} |");
        _report.Line($"| requests | {server.Requests.Count} for {Records / PageSize} pages |");
        _report.Line($"| least time between two arrivals | {smallest / 1000:0.000} s |");
        _report.Line($"| connections open at one time, at most | {server.MostConnections} |");
        _report.Line($"| from the first start to the end of the last run | {seconds:0} s |");
        _report.Line($"| most memory of the last run | {last.PeakMegabytes:0} MB |");
        _report.Line("");
        _report.Line($"The last run: `{last.Output.Trim().Replace(_folder, "DATA", StringComparison.Ordinal)}`");
        _report.Line("");
        _report.Line(fine ? "Complete, nothing double, polite." : "NOT as promised.");
        return fine;
    }

    private async Task<(int Missing, int Wrong, LibraryCounts Counts)> CompareAsync(OaiRepository arXiv)
    {
        await using var library = SqliteLibrary.Open(Path.Combine(_folder, "library.db"), KnownFormats.All, TimeProvider.System);
        var (missing, wrong) = (0, 0);
        foreach (var record in arXiv.Records.Where(record => !record.IsDeleted))
        {
            var paper = await library.FindAsync(new Identifier(IdentifierScheme.ArXiv, OaiRepository.IdOf(record.Number)), CancellationToken.None);
            missing += paper is null ? 1 : 0;
            wrong += paper is not null && (paper.Title != OaiRepository.TitleOf(record.Number) || paper.Published != record.Submitted) ? 1 : 0;
        }

        return (missing, wrong, await library.CountAsync(CancellationToken.None));
    }
}
