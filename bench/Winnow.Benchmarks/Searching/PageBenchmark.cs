using System.Diagnostics;
using System.Net;

namespace Winnow.Benchmarks.Searching;

/// <summary>How long the browser waits for the server's page of results.</summary>
internal static class PageBenchmark
{
    private const int WarmUp = 100;
    private const double IdleShare = 0.05;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    /// <summary>What is behind is left alone for the first seconds.</summary>
    internal static readonly TimeSpan BackgroundBegins = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    internal static Task RunAsync(BenchmarkReport report, string folder) => WithServerAsync(folder, async (browser, server) =>
    {
        report.Line("\n| page of results, from request to last byte over loopback | median | p99 |\n|---|---|---|");
        report.Line($"| 200 plain questions, right after the start | {await AskAsync(browser)} |");
        await Task.Delay(BackgroundBegins);
        report.Line($"| 200 plain questions, while topics and trends are counted beside | {await AskAsync(browser)} |");
        await SettleAsync(server);
        report.Line($"| 200 plain questions, afterwards | {await AskAsync(browser)} |");
    });

    /// <summary>Serves a data folder as users do, and asks once the first page is there.</summary>
    internal static async Task WithServerAsync(string folder, Func<HttpClient, Process, Task> ask)
    {
        using var server = ProductProcess.Start("serve", "--data", folder, "--urls", "http://127.0.0.1:0");
        try
        {
            using var browser = new HttpClient { BaseAddress = await ProductProcess.AddressAsync(server) };
            await WaitAsync(browser);
            await ask(browser, server);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static Task<Latencies> AskAsync(HttpClient browser) => Latencies.MeasureAsync(
        Questions.Plain(), question => browser.GetStringAsync(new Uri($"/search?q={Uri.EscapeDataString(question)}", UriKind.Relative)), WarmUp);

    /// <summary>Waits until the server has nothing to do.</summary>
    internal static async Task SettleAsync(Process server)
    {
        var deadline = TimeProvider.System.GetUtcNow() + SettleLimit;
        TimeSpan worked;
        do
        {
            var before = server.TotalProcessorTime;
            await Task.Delay(Quiet);
            server.Refresh();
            worked = server.TotalProcessorTime - before;
        }
        while (worked > Quiet * IdleShare && TimeProvider.System.GetUtcNow() < deadline);
    }

    private static async Task WaitAsync(HttpClient browser)
    {
        var deadline = TimeProvider.System.GetUtcNow() + StartLimit;
        while (true)
        {
            try
            {
                using var home = await browser.GetAsync(new Uri("/", UriKind.Relative));
                home.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException refused) when (TimeProvider.System.GetUtcNow() < deadline && refused.StatusCode is null or HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
