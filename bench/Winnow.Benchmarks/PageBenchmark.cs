using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Winnow.Benchmarks;

/// <summary>How long the browser waits for the server's page of results.</summary>
internal static class PageBenchmark
{
    private const int WarmUp = 100;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    internal static async Task RunAsync(BenchmarkReport report, string folder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var server = ProductProcess.Start("serve", "--data", folder, "--urls", address);
        try
        {
            using var browser = new HttpClient { BaseAddress = new Uri(address) };
            await WaitAsync(browser);
            var pages = await Latencies.MeasureAsync(
                Questions.Plain(), question => browser.GetStringAsync(new Uri($"/search?q={Uri.EscapeDataString(question)}", UriKind.Relative)), WarmUp);
            report.Line("\n| page of results, from request to last byte over loopback | median | p99 |\n|---|---|---|");
            report.Line($"| 200 plain questions | {pages} |");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
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

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
