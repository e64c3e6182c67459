using Winnow.Benchmarks.Searching;
using Winnow.Trends.Topics;

namespace Winnow.Benchmarks.Trends;

/// <summary>How long a browser waits for the pages of what trends and of days, weeks and months, at the product's own server.</summary>
internal static class TrendPageBenchmark
{
    private const int Requests = 200;
    private const int WarmUp = 40;

    /// <param name="report">Where the figures go.</param>
    /// <param name="folder">A data folder, whose library is filled.</param>
    /// <param name="newest">Its newest paper's day.</param>
    internal static async Task RunAsync(BenchmarkReport report, string folder, DateTimeOffset newest)
    {
        // Indexed and embedded before; topics are what the server has to count.
        await ProductProcess.RunAsync("search", "--data", folder, "paper");
        await PageBenchmark.WithServerAsync(folder, async (browser, server) =>
        {
            report.Line("\n| page, from request to last byte over loopback | median | p99 |\n|---|---|---|");
            report.Line($"| `/trending`, right after the start | {await AskAsync(browser, ["/trending"])} |");
            await Task.Delay(PageBenchmark.BackgroundBegins);
            report.Line($"| `/trending`, while the topics of the whole library are counted beside | {await AskAsync(browser, ["/trending"])} |");
            await PageBenchmark.SettleAsync(server);
            var month = TopicWindow.Of(TopicSpan.Month, DateOnly.FromDateTime(newest.UtcDateTime));
            var week = TopicWindow.Of(TopicSpan.Week, month.Start);
            foreach (var (name, paths) in new (string, string[])[]
            {
                ("`/trending`", ["/trending"]),
                ("`/trending` of any window", ["/trending", "/trending/week", "/trending/month", "/trending/all"]),
                ("the same of a category", ["/trending?category=cs.CL", "/trending/week?category=cs.RO", "/trending/month?category=cs", "/trending/all?category=hep-th"]),
                ("the 40th page of any window", ["/trending/week?page=40", "/trending/month?page=40", "/trending/all?page=40"]),
                ("a day", [$"/day/{month.Previous.Start:yyyy-MM-dd}", $"/day/{month.Start.AddDays(-3):yyyy-MM-dd}"]),
                ("a week", [$"/week/{week}", $"/week/{week.Previous}"]),
                ("a month, of those before the newest", [$"/month/{month.Previous}", $"/month/{month.Previous.Previous}"]),
                ("the newest month, which has 40 % of the library", [$"/month/{month}"]),
            })
            {
                report.Line($"| {name} | {await AskAsync(browser, paths)} |");
            }
        });
    }

    private static Task<Latencies> AskAsync(HttpClient browser, string[] paths)
    {
        string[] requests = [.. Enumerable.Range(0, Requests).Select(i => paths[i % paths.Length])];
        return Latencies.MeasureAsync(requests, path => browser.GetStringAsync(new Uri(path, UriKind.Relative)), WarmUp);
    }
}
