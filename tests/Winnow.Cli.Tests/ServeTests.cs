using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed partial class ServeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WinnowExecutable _winnow = new();
    private readonly HttpClient _browser = new();

    public void Dispose()
    {
        _browser.Dispose();
        _winnow.Dispose();
    }

    [Fact]
    public async Task A_first_start_answers_a_question_about_the_samples()
    {
        var (server, address) = await StartAsync("serve");
        using (server)
        {
            await UntilAsync(() => FindsAsync(new Uri(address, "/?q=attention+is+all+you+need"), "/paper/arxiv/1706.03762"));
        }
    }

    [Fact]
    public async Task An_empty_library_stays_empty_when_the_sample_is_not_wanted()
    {
        var (server, address) = await StartAsync("serve", "--no-sample");
        using (server)
        {
            Assert.DoesNotContain("/paper/", await _browser.GetStringAsync(new Uri(address, "/?q=attention"), Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Measured from the end of the importing process to the answer that holds the paper. Of several tries one has to be within the second, or within the time that
    /// the import took: a machine that is busy or slow holds up both, and a promise that is broken shows beside an import, which takes less than a second.
    /// </summary>
    [Fact]
    public async Task What_another_process_imports_is_found_within_a_second_without_being_told()
    {
        const int Tries = 5;
        var (server, address) = await StartAsync("serve");
        using (server)
        {
            var isPrompt = false;
            for (var number = 0; number < Tries && !isPrompt; number++)
            {
                var question = new Uri(address, $"/?q={PaperLines.WordOf(number)}");
                var link = string.Create(CultureInfo.InvariantCulture, $".{number:00000}\"");
                Assert.False(await FindsAsync(question, link));
                _winnow.Write("a.jsonl", PaperLines.Of(number, 1));
                var began = Stopwatch.GetTimestamp();
                _winnow.Run("import", "a.jsonl").Ended(0);
                var imported = Stopwatch.GetTimestamp();
                await UntilAsync(() => FindsAsync(question, link));
                var waited = Stopwatch.GetElapsedTime(imported);
                isPrompt = waited < TimeSpan.FromSeconds(1) || waited < Stopwatch.GetElapsedTime(began, imported);
            }

            Assert.True(isPrompt);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_4_and_a_way_out()
    {
        var (server, address) = await StartAsync("serve", "--no-sample");
        using (server)
        {
            var outcome = _winnow.Run("serve", "--port", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)).Ended(4);
            Assert.Contains("is in use, perhaps by another `winnow serve`. Stop that one, or choose another port: winnow serve --port", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_stops_it_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var (server, _) = await StartAsync("serve");
        using (server)
        {
            Signals.Send(signal, server);
            Assert.True(server.WaitForExit(Patience));
            Assert.Equal(0, server.ExitCode);
        }

        _winnow.Run("index", "check").Ended(0);
    }

    [Fact]
    public async Task Only_this_machine_is_answered_unless_asked_otherwise()
    {
        var (server, address) = await StartAsync("serve", "--no-sample");
        using (server)
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "evil.example.org" } };
            using var answer = await _browser.SendAsync(foreign, Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_chosen_model_takes_over_when_it_knows_the_papers_and_the_page_says_how_far_it_is()
    {
        using var endpoint = new EmbeddingsEndpoint();
        _winnow.Write("a.jsonl", PaperLines.Of(0, 1200));
        _winnow.Run("import", "a.jsonl").Ended(0);
        _winnow.Run("models", "add", "--endpoint", endpoint.Address, "--model", "letters").Ended(0);
        _winnow.Run("models", "use", "letters").Ended(0);
        endpoint.Hold();
        var (server, address) = await StartAsync("serve");
        using (server)
        {
            var about = new Uri(address, "/about");
            await UntilAsync(async () => (await _browser.GetStringAsync(about, Cancel)) is var page && page.Contains("takes over once it knows as many papers", StringComparison.Ordinal)
                && page.Contains("<dd>winnow-static@", StringComparison.Ordinal) && page.Contains($"except {new Uri(endpoint.Address).Authority}", StringComparison.Ordinal));
            var results = await _browser.GetStringAsync(new Uri(address, $"/?q={PaperLines.WordOf(42)}"), Cancel);
            Assert.Contains("as the model winnow-static@", results, StringComparison.Ordinal);
            Assert.Contains("/paper/arxiv/2007.00042", results, StringComparison.Ordinal);
            endpoint.Release();
            await UntilAsync(async () => (await _browser.GetStringAsync(about, Cancel)).Contains("<dd>letters@", StringComparison.Ordinal));
            Assert.Contains("as the model letters@", await _browser.GetStringAsync(new Uri(address, "/?q=speech"), Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_running_server_takes_another_model_and_answers_all_the_while()
    {
        using var endpoint = new EmbeddingsEndpoint();
        _winnow.Write("a.jsonl", PaperLines.Of(0, 300));
        _winnow.Run("import", "a.jsonl").Ended(0);
        _winnow.Run("models", "add", "--endpoint", endpoint.Address, "--model", "letters").Ended(0);
        var (server, address) = await StartAsync("serve");
        using (server)
        {
            var said = new ConcurrentQueue<string>();
            server.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
            server.BeginErrorReadLine();
            var question = new Uri(address, $"/?q={PaperLines.WordOf(42)}");
            Assert.Contains("as the model winnow-static@", await _browser.GetStringAsync(question, Cancel), StringComparison.Ordinal);

            _winnow.Run("models", "use", "letters").Ended(0);
            await UntilAsync(async () =>
            {
                var page = await _browser.GetStringAsync(question, Cancel);
                Assert.Contains("/paper/arxiv/2007.00042", page, StringComparison.Ordinal);
                return page.Contains("as the model letters@", StringComparison.Ordinal);
            });
            await UntilAsync(() => Task.FromResult(said.Any(line => line.StartsWith("The model letters@", StringComparison.Ordinal))));

            _winnow.Write("data/winnow.json", "{ \"model\": \"nothing\" }");
            await UntilAsync(() => Task.FromResult(said.Any(line => line.StartsWith("There is no model nothing, so letters@", StringComparison.Ordinal))));
            Assert.Contains("as the model letters@", await _browser.GetStringAsync(question, Cancel), StringComparison.Ordinal);

            _winnow.Write("data/winnow.json", "{ \"model\": ");
            await UntilAsync(() => Task.FromResult(said.Any(line => line.Contains("this is not JSON. What held before goes on.", StringComparison.Ordinal))));
            _winnow.Write("data/winnow.json", "{ \"model\": \"static\" }");
            await UntilAsync(async () => (await _browser.GetStringAsync(question, Cancel)).Contains("as the model winnow-static@", StringComparison.Ordinal));
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<(Process Server, Uri Address)> StartAsync(params string[] arguments)
    {
        var server = _winnow.Start(arguments);
        while (await server.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return (server, new Uri(match.Value));
            }
        }

        throw new InvalidOperationException($"The server ended: {await server.StandardError.ReadToEndAsync(Cancel)}");
    }

    private async Task<bool> FindsAsync(Uri question, string link) => (await _browser.GetStringAsync(question, Cancel)).Contains(link, StringComparison.Ordinal);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "It did not happen.");
            await Task.Delay(20, Cancel);
        }
    }

    [GeneratedRegex(@"http://\S+:\d+")]
    private static partial Regex Address();
}
