using System.Net;
using System.Text;
using Winnow.Clocks;
using Winnow.Replay;
using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.Fetching;

/// <summary>Against a server on this machine, on real time with short gaps: what counts is what arrived there, and when.</summary>
public sealed class SourceClientTests : IDisposable
{
    /// <summary>Milliseconds: turns are dated by the time of day, and arrivals measured by another clock.</summary>
    private const double ClocksApart = 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-client-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Requests_keep_the_gap_on_one_connection_whoever_sends_them()
    {
        const int Gap = 60;
        await using var server = ReplayServer.Start(request => ReplayAnswer.Text("x") with { Delay = TimeSpan.FromMilliseconds(request.Number % 3 * 10) });
        // Four clients are four processes: they share nothing but the folder.
        var clients = Enumerable.Range(0, 4).Select(seed => Client(options => options with { Gap = TimeSpan.FromMilliseconds(Gap) }, seed)).ToList();

        await Task.WhenAll(clients.SelectMany(client => Enumerable.Range(0, 5).Select(_ => FetchAsync(client, server.Address))));

        clients.ForEach(client => client.Dispose());
        Assert.Equal(20, server.Requests.Count);
        Assert.All(server.Gaps, gap => Assert.True(gap >= Gap - ClocksApart, $"{gap} ms"));
        Assert.Equal(1, server.MostConnections);
    }

    [Fact]
    public async Task The_gap_outlives_the_process()
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text("x"));
        for (var start = 0; start < 4; start++)
        {
            using var client = Client(options => options with { Gap = TimeSpan.FromMilliseconds(80) });
            await FetchAsync(client, server.Address);
        }

        Assert.All(server.Gaps, gap => Assert.True(gap >= 80 - ClocksApart, $"{gap} ms"));
    }

    [Fact]
    public async Task A_process_that_died_with_a_request_under_way_counts_as_if_it_had_just_asked()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "example.org.turn"), "0001-01-01T00:00:00.0000000+00:00 sending", Cancel);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var turns = new HostTurns(_folder.FullName, new HostRules(TimeSpan.FromSeconds(7)), clock);

        var turn = turns.TakeAsync("example.org", TimeSpan.FromMinutes(1), Cancel);
        await Assert.ThrowsAsync<TimeoutException>(() => turn.WaitAsync(TimeSpan.FromMilliseconds(50), Cancel));
        clock.Advance(TimeSpan.FromSeconds(7));
        (await turn.WaitAsync(TimeSpan.FromMinutes(2), Cancel)).Dispose();
    }

    [Fact]
    public void All_of_arXiv_is_one_and_waits_three_seconds_whatever_the_setting()
    {
        string[] addresses = ["https://arxiv.org/", "https://export.arxiv.org/api/query", "https://rss.arxiv.org/atom/cs.CL", "https://oaipmh.arxiv.org/oai", "http://OAIPMH.ARXIV.ORG./oai"];
        Assert.All(addresses, address => Assert.Equal("arxiv.org", HostRules.GroupOf(new Uri(address))));
        Assert.NotEqual("arxiv.org", HostRules.GroupOf(new Uri("https://notarxiv.org/")));
        Assert.NotEqual("arxiv.org", HostRules.GroupOf(new Uri("https://arxiv.org.example.org/")));
        Assert.Equal(TimeSpan.FromSeconds(3), new HostRules(TimeSpan.Zero).GapOf("arxiv.org"));
        Assert.Equal(TimeSpan.FromSeconds(9), new HostRules(TimeSpan.FromSeconds(9)).GapOf("arxiv.org"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_is_obeyed_on_the_spot_when_it_is_short(int status)
    {
        await using var server = ReplayServer.Start(request => request.Number == 1 ? ReplayAnswer.Failure(status, "1") : ReplayAnswer.Text("x"));
        using var client = Client();
        await FetchAsync(client, server.Address);
        Assert.True(server.Gaps.Single() >= 1000 - ClocksApart, $"{server.Gaps.Single()} ms");
    }

    [Fact]
    public async Task An_hour_is_obeyed_by_every_process_and_across_restarts()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = ReplayServer.Start(request => request.Number == 1 ? ReplayAnswer.Failure(503, "3600") : ReplayAnswer.Text("x"));
        using (var client = Client(clock: clock))
        {
            var later = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, server.Address));
            Assert.Equal(clock.GetUtcNow().AddHours(1), later.RetryAt);
        }

        foreach (var minutes in (int[])[1, 30, 28])
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            using var restarted = Client(options => options with { Patience = TimeSpan.FromSeconds(30) }, clock: clock);
            Assert.NotNull((await Assert.ThrowsAsync<SourceException>(() => FetchAsync(restarted, server.Address))).RetryAt);
        }

        Assert.Single(server.Requests);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var after = Client(clock: clock);
        await FetchAsync(after, server.Address);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_a_few_times_and_no_more()
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Failure(500));
        using var client = Client();
        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, server.Address));
        Assert.Equal(4, server.Requests.Count);
        Assert.Contains("HTTP status 500", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        var body = Encoding.UTF8.GetBytes(new string('x', 5000));
        await using var server = ReplayServer.Start(request => new ReplayAnswer { Body = body, CutAfter = request.Number < 3 ? 1000 : null });
        using var client = Client();
        Assert.Equal(5000, (await FetchAsync(client, server.Address)).Body.Length);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var server = ReplayServer.Start(request => request.Headers.GetValueOrDefault("If-None-Match") == "\"a\""
            ? ReplayAnswer.Failure(304)
            : ReplayAnswer.Text("x").With("ETag", "\"a\"").With("Last-Modified", "Wed, 25 Nov 2026 00:00:00 GMT"));
        using var client = Client();

        var first = await FetchAsync(client, server.Address);
        var second = await client.FetchAsync(new FetchRequest(server.Address) { Known = first.Validators }, Cancel);

        Assert.False(first.IsUnchanged);
        Assert.True(second.IsUnchanged);
        Assert.Equal("Wed, 25 Nov 2026 00:00:00 GMT", server.Requests[1].Headers["If-Modified-Since"]);
    }

    [Fact]
    public async Task An_endless_body_is_left_at_the_bound()
    {
        await using var server = ReplayServer.Start(_ => new ReplayAnswer { Body = new byte[64 * 1024], Endless = true });
        using var client = Client(options => options with { MaxBytes = 1024 * 1024 });
        var refusal = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, server.Address));
        Assert.Contains("larger than 1 MiB", refusal.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        // What lies between the two in buffers is the system's affair, and some megabytes.
        Assert.InRange(server.Sent, 1024 * 1024, 64L * 1024 * 1024);
    }

    [Fact]
    public async Task A_gzip_bomb_is_left_at_the_bound()
    {
        var bomb = new ReplayAnswer { Body = new byte[200 * 1024 * 1024] }.Gzipped();
        await using var server = ReplayServer.Start(_ => bomb);
        using var client = Client();
        var refusal = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, server.Address));
        Assert.Contains("larger than 20 MiB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stands_still_or_drips_is_given_up()
    {
        await using var silent = ReplayServer.Start(_ => new ReplayAnswer { Body = new byte[100], Trickle = TimeSpan.FromMinutes(5) });
        await using var dripping = ReplayServer.Start(_ => new ReplayAnswer { Body = new byte[100_000], Trickle = TimeSpan.FromMilliseconds(5) });
        // Each bound by itself: on a busy machine what drips may stand still for a while, too.
        using var hasty = Client(options => options with { IdleTimeout = TimeSpan.FromMilliseconds(100), Tries = 1 });
        using var patient = Client(options => options with { BodyTimeout = TimeSpan.FromMilliseconds(300), Tries = 1 });
        Assert.Contains("stood still", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync(hasty, silent.Address))).Message, StringComparison.Ordinal);
        Assert.Contains("took longer", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync(patient, dripping.Address))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        var clock = new WatchedClock(TimeProvider.System.GetUtcNow());
        await using var server = ReplayServer.Start(_ =>
        {
            clock.Advance(TimeSpan.FromHours(1));
            return new ReplayAnswer { Delay = TimeSpan.FromMinutes(5) };
        });
        using var client = Client(options => options with { AnswerTimeout = TimeSpan.FromHours(1), Tries = 2 }, clock: clock);
        var asked = FetchAsync(client, server.Address);
        // What passes of the hour while a request is on its way is nothing to it.
        await clock.PassUntilAsync(asked, TimeSpan.FromMilliseconds(5), Cancel);
        Assert.Contains("did not answer", (await Assert.ThrowsAsync<SourceException>(() => asked)).Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Redirects_are_followed_a_few_times_and_keys_stay_at_their_host()
    {
        await using var other = ReplayServer.Start(_ => ReplayAnswer.Text("x"));
        await using var server = ReplayServer.Start(request => ReplayAnswer.Redirect(request.Path == "/1" ? "/2" : request.Path == "/2" ? other.Address.ToString() : "/loop"));
        using var client = Client(options => options with { PrivateNetworks = true });

        await client.FetchAsync(new FetchRequest(new Uri(server.Address, "1")) { Headers = new Dictionary<string, string> { ["x-api-key"] = "secret" } }, Cancel);

        Assert.All(server.Requests, request => Assert.Equal("secret", request.Headers["x-api-key"]));
        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey("x-api-key"));
        Assert.Contains("more than 5 times", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, new Uri(server.Address, "loop")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_who_it_is()
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text("x"));
        using var client = Client(options => options with { Contact = "mailto:ada@example.org" });
        await FetchAsync(client, server.Address);
        Assert.Matches(@"^Winnow/\d+\.\d+\.\d+ \(mailto:ada@example\.org\)$", server.Requests.Single().Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_refusal_is_handed_over_and_not_tried_again()
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text("no") with { Status = 403 });
        using var client = Client();
        var page = await FetchAsync(client, server.Address);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.True(Assert.Throws<SourceException>(page.Required).NeedsPerson);
        Assert.Single(server.Requests);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SourceClient Client(Func<FetchOptions, FetchOptions>? change = null, int seed = 1, TimeProvider? clock = null)
    {
        var options = new FetchOptions { TurnsFolder = _folder.FullName, Gap = TimeSpan.Zero, FirstDelay = TimeSpan.FromMilliseconds(20) };
        return new SourceClient(change?.Invoke(options) ?? options, clock ?? TimeProvider.System, seed);
    }

    private static Task<FetchedPage> FetchAsync(SourceClient client, Uri address) => client.FetchAsync(new FetchRequest(address), Cancel);
}
