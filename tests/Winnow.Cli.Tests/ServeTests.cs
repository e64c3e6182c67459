using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed partial class ServeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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
            var page = await _browser.GetStringAsync(new Uri(address, "/?q=attention+is+all+you+need"), Cancel);
            Assert.Contains("/paper/arxiv/1706.03762", page, StringComparison.Ordinal);
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

    [Fact]
    public async Task What_another_process_imports_is_found_without_being_told()
    {
        var (server, address) = await StartAsync("serve");
        using (server)
        {
            var question = new Uri(address, $"/?q={PaperLines.WordOf(42)}");
            Assert.DoesNotContain("/paper/arxiv/2007.00042", await _browser.GetStringAsync(question, Cancel), StringComparison.Ordinal);
            _winnow.Write("a.jsonl", PaperLines.Of(0, 100));
            _winnow.Run("import", "a.jsonl").Ended(0);
            await UntilAsync(async () => (await _browser.GetStringAsync(question, Cancel)).Contains("/paper/arxiv/2007.00042", StringComparison.Ordinal));
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

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "It did not happen.");
            await Task.Delay(100, Cancel);
        }
    }

    [GeneratedRegex(@"http://\S+:\d+")]
    private static partial Regex Address();
}
