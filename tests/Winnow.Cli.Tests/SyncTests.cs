using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Winnow.Replay;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>The real executable against publishers on this machine.</summary>
public sealed partial class SyncTests : IDisposable
{
    private static readonly DateOnly First = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-20);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WinnowExecutable _winnow = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public async Task What_is_followed_is_read_and_found_and_read_again_is_nothing_new()
    {
        await using var server = Serve(new OaiRepository(300, First, 20) { PageSize = 100 });
        Assert.Equal("Following arxiv:cs.CL, preprints of an arXiv category, new and changed, by OAI-PMH.", Follow("cs.cl").Output.Trim());

        var report = _winnow.Run("sync", "--json").Ended(0).Objects.Single();

        Assert.Equal(("arxiv:cs.CL", "finished", 300, 3), (Text(report, "source"), Text(report, "state"), Number(report, "new"), Number(report, "pages")));
        Assert.Contains(OaiRepository.TitleOf(123), _winnow.Run("search", $"\"{OaiRepository.TitleOf(123)}\"").Ended(0).Output, StringComparison.Ordinal);
        var source = _winnow.Run("sources", "list", "--json").Ended(0).Objects.Single();
        Assert.Equal("scheduled", Text(source, "state"));
        Assert.Contains("No source is due", _winnow.Run("sync").Ended(0).Error, StringComparison.Ordinal);
        var again = _winnow.Run("sync", "--now", "--json").Ended(0).Objects.Single();
        Assert.Equal((0, "finished"), (Number(again, "new"), Text(again, "state")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_harvest_killed_at_any_moment_and_run_again_is_complete_and_nothing_is_double(int seed)
    {
        const int Papers = 6000;
        await using var server = Serve(new OaiRepository(Papers, First, 400) { PageSize = 300 });
        Follow("cs.CL");
        var random = new Random(seed);
        for (var kill = 0; kill < 4; kill++)
        {
            using var sync = _winnow.Start("sync");
            var asked = server.Requests.Count;
            // Once it is at work, at any moment of fetching, storing and noting.
            await UntilAsync(() => Task.FromResult(server.Requests.Count > asked + 1 || sync.HasExited));
            sync.WaitForExit(random.Next(0, 400));
            sync.Kill();
            sync.WaitForExit();
        }

        var last = _winnow.Run("sync", "arxiv:cs.CL", "--json").Ended(0).Objects.Single();

        Assert.Equal("finished", Text(last, "state"));
        var library = _winnow.Run("doctor", "--json");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{Papers:N0} papers from {Papers:N0} records"), library.Output, StringComparison.Ordinal);
        _winnow.Run("index", "check").Ended(0);
        var position = server.Requests.Where(request => request["resumptionToken"] is null).Select(request => request["from"]).Distinct();
        Assert.Single(position);
    }

    [Fact]
    public async Task Two_processes_at_one_publisher_take_turns()
    {
        const double Gap = 0.25;
        // Milliseconds: turns are dated by the time of day, and arrivals measured by another clock.
        const double ClocksApart = 1;
        await using var server = Serve(new OaiRepository(400, First, 20) { PageSize = 50 });
        _winnow.Environment["WINNOW_REQUEST_GAP"] = Gap.ToString(CultureInfo.InvariantCulture);
        Follow("cs.CL", "cs.LG");

        using var one = _winnow.Start("sync", "arxiv:cs.CL");
        using var other = _winnow.Start("sync", "arxiv:cs.LG");
        Outcome.Of(one, Patience).Ended(0);
        Outcome.Of(other, Patience).Ended(0);

        Assert.Equal(16, server.Requests.Count);
        Assert.All(server.Gaps, gap => Assert.True(gap >= (Gap * 1000) - ClocksApart, $"{gap} ms"));
        Assert.Equal(1, server.MostConnections);
    }

    [Fact]
    public async Task An_hour_that_a_publisher_asks_for_is_kept_across_restarts()
    {
        await using var server = Serve(_ => ReplayAnswer.Failure(503, "3600"));
        Follow("cs.CL");
        Assert.Contains("asked to be left alone until", _winnow.Run("sync").Ended(3).Output, StringComparison.Ordinal);
        Assert.Contains("asked to be left alone until", _winnow.Run("sync", "--now").Ended(3).Output, StringComparison.Ordinal);
        Assert.Contains("No source is due", _winnow.Run("sync").Ended(0).Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_running_server_reads_what_is_due_and_shows_it()
    {
        await using var server = Serve(new OaiRepository(100, First, 20));
        using var serve = _winnow.Start("serve", "--no-sample");
        var address = new Uri(await AddressAsync(serve));
        using var browser = new HttpClient();
        Assert.Empty(server.Requests);

        Follow("cs.CL");

        var question = new Uri(address, $"/?q={Uri.EscapeDataString(OaiRepository.TitleOf(42))}");
        await UntilAsync(async () => (await browser.GetStringAsync(question, Cancel)).Contains($"/paper/arxiv/{OaiRepository.IdOf(42)}", StringComparison.Ordinal));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Paused_and_switched_off_sources_are_left_alone()
    {
        await using var server = Serve(new OaiRepository(100, First, 20));
        _winnow.Environment["WINNOW_SYNC"] = "false";
        Follow("cs.CL");
        using (var serve = _winnow.Start("serve", "--no-sample"))
        {
            await AddressAsync(serve);
            await Task.Delay(2500, Cancel);
            Assert.Empty(server.Requests);
            serve.Kill();
            await serve.WaitForExitAsync(Cancel);
        }

        _winnow.Run("sources", "pause", "arxiv:cs.CL").Ended(0);
        Assert.Contains("No source is due", _winnow.Run("sync", "--now").Ended(0).Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        _winnow.Run("sources", "resume", "ARXIV:CS.CL").Ended(0);
        _winnow.Run("sync").Ended(0);
        _winnow.Run("sources", "remove", "arxiv:cs.CL").Ended(0);
        _winnow.Run("search", "part").Ended(0);
    }

    [Fact]
    public async Task The_doctor_names_a_source_that_fails_again_and_again()
    {
        await using var server = Serve(_ => ReplayAnswer.Text("gone") with { Status = 404 });
        Follow("cs.CL");
        Assert.DoesNotContain("PROBLEM", _winnow.Run("doctor").Ended(0).Output, StringComparison.Ordinal);
        for (var run = 0; run < 3; run++)
        {
            _winnow.Run("sync", "arxiv:cs.CL").Ended(3);
        }

        Assert.Contains("winnow sources pause arxiv:cs.CL", _winnow.Run("doctor").Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_sentence_with_its_code()
    {
        await using var server = Serve(_ => ReplayAnswer.Text("gone") with { Status = 404 });
        Assert.Contains("No source is followed yet", _winnow.Run("sync").Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains("is no arXiv category", _winnow.Run("sources", "add", "arxiv", "cs.CL", "nonsense").Ended(2).Error, StringComparison.Ordinal);
        Assert.Empty(_winnow.Run("sources", "list").Ended(0).Output);
        Assert.Contains("There is no kind of source \"arxive\"", _winnow.Run("sources", "add", "arxive", "cs.CL").Ended(2).Error, StringComparison.Ordinal);
        Assert.Contains("--every takes a time", _winnow.Run("sources", "add", "arxiv", "cs.CL", "--every", "often").Ended(2).Error, StringComparison.Ordinal);
        Follow("cs.CL");
        Assert.Contains("is followed already", _winnow.Run("sources", "add", "arxiv", "cs.CL").Ended(2).Error, StringComparison.Ordinal);
        Assert.Contains("No source is called x", _winnow.Run("sync", "x").Ended(2).Error, StringComparison.Ordinal);
        Assert.Contains("HTTP status 404: there is no such page", _winnow.Run("sync").Ended(3).Output, StringComparison.Ordinal);
        Assert.Contains("HTTP status 404", _winnow.Run("sync", "--list").Ended(0).Output, StringComparison.Ordinal);
        _winnow.Environment["WINNOW_ENDPOINTS"] = "arxive=http://127.0.0.1:1/";
        Assert.Contains("names the kind \"arxive\"", _winnow.Run("sync").Ended(2).Error, StringComparison.Ordinal);
        _winnow.Environment["WINNOW_ENDPOINTS"] = "arxiv";
        Assert.Contains("is not a kind of source with its address", _winnow.Run("sync").Ended(2).Error, StringComparison.Ordinal);
    }

    private Outcome Follow(params string[] categories) =>
        _winnow.Run(["sources", "add", "arxiv", .. categories, "--since", First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]).Ended(0);

    private static string? Text(System.Text.Json.JsonElement line, string name) => line.GetProperty(name).GetString();

    private static int Number(System.Text.Json.JsonElement line, string name) => line.GetProperty(name).GetInt32();

    private ReplayServer Serve(OaiRepository arXiv) => Serve(arXiv.Answer);

    private ReplayServer Serve(Func<ReplayRequest, ReplayAnswer> answer)
    {
        var server = ReplayServer.Start(answer);
        _winnow.Environment["WINNOW_ENDPOINTS"] = $"arxiv={server.Address}oai";
        _winnow.Environment["WINNOW_REQUEST_GAP"] = "0";
        return server;
    }

    private static async Task<string> AddressAsync(Process serve)
    {
        while (await serve.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return match.Value;
            }
        }

        throw new InvalidOperationException($"The server ended: {await serve.StandardError.ReadToEndAsync(Cancel)}");
    }

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
