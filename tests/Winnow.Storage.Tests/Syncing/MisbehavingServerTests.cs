using Microsoft.Extensions.Time.Testing;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>Harvests of a generated arXiv into a real library: complete, nothing double, whatever the server does.</summary>
public sealed class MisbehavingServerTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateOnly First = new(2026, 11, 1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_expired_token_falls_back_to_days_and_never_to_the_beginning(bool inOrder)
    {
        var arXiv = new OaiRepository(1000, First, 50) { PageSize = 150 };
        if (!inOrder)
        {
            arXiv.Shuffle(1);
        }

        var expired = false;
        arXiv.Knows = token => expired || !(expired = token.EndsWith("|600", StringComparison.Ordinal));
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.Contains("day by day", result.Message, StringComparison.Ordinal);
        await HarvestTests.AssertCompleteAsync(world, arXiv);
        var windows = world.Server.Requests.Where(request => request["from"] is not null).Select(request => (request["from"], request["until"])).ToList();
        Assert.Equal([("2026-11-01", null), .. Enumerable.Range(1, 25).Select(day => ((string?)$"2026-11-{day:D2}", (string?)$"2026-11-{day:D2}"))], windows);
    }

    [Fact]
    public async Task A_server_that_refuses_every_token_of_a_day_fails_with_a_sentence_and_keeps_what_came()
    {
        var arXiv = new OaiRepository(100, Today, 1000) { PageSize = 40, Knows = _ => false };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.Contains("refuses its own resumption tokens", result.Message, StringComparison.Ordinal);
        Assert.Equal(40, result.Counts.New);
        Assert.True(world.Server.Requests.Count < 40);
        Assert.Equal(result.Message, (await world.NowAsync(source))!.LastError);
    }

    [Fact]
    public async Task Duplicate_and_disordered_pages_double_nothing_and_lose_nothing()
    {
        var arXiv = new OaiRepository(600, First, 50) { PageSize = 100 };
        string? second = null;
        arXiv.Spoil = (request, page) =>
        {
            second ??= request.Number == 2 ? page : null;
            return page;
        };
        arXiv.Shuffle(5);
        await using var world = new SyncWorld(
            // In the third page's place the second comes again, and its token leads to the third.
            request => request.Number == 3 ? ReplayAnswer.Text(second!.Replace("|200</resumptionToken>", "|0200</resumptionToken>", StringComparison.Ordinal)) : arXiv.Answer(request),
            _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 600L), (result.State, result.Counts.New));
        await HarvestTests.AssertCompleteAsync(world, arXiv);
    }

    [Fact]
    public async Task A_token_that_leads_to_itself_does_not_go_round_for_ever()
    {
        var arXiv = new OaiRepository(500, First, 50) { PageSize = 100 };
        var looped = 0;
        arXiv.Spoil = (request, page) => request["resumptionToken"] is { } token && token.StartsWith("2026-11-01||200", StringComparison.Ordinal) && looped++ < 5
            ? System.Text.RegularExpressions.Regex.Replace(page, "<resumptionToken>.*</resumptionToken>", $"<resumptionToken>{token}</resumptionToken>")
            : page;
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        await world.RunAsync(await world.AddAsync());
        await HarvestTests.AssertCompleteAsync(world, arXiv);
    }

    [Theory]
    [InlineData("<title>", "<title>a < b & c ")]
    [InlineData("</title>", "</titel>")]
    [InlineData("<abstract>", "<abstract>&nosuchentity; ")]
    public async Task A_poisoned_record_is_set_aside_and_the_rest_goes_on(string healthy, string poison)
    {
        var arXiv = new OaiRepository(500, First, 50) { PageSize = 100 };
        var title = OaiRepository.TitleOf(150);
        arXiv.Spoil = (_, page) => page.IndexOf(title, StringComparison.Ordinal) is >= 0 and var at
            ? string.Concat(page.AsSpan(0, at - 200), page.Substring(at - 200, 800).Replace(healthy, poison, StringComparison.Ordinal), page.AsSpan(at + 600))
            : page;
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.InRange(result.Counts.Rejected, 1, 2);
        Assert.Equal(500 - result.Counts.Rejected, result.Counts.New);
        Assert.Null(await world.PaperAsync(150));
        Assert.Equal(result.Counts.Rejected, world.Rejected().Length);
        Assert.All(world.Rejected(), line => Assert.Contains("/oai?verb=ListRecords", line, StringComparison.Ordinal));
        Assert.NotNull((await world.Store.GetRunsAsync(source.Id, 1, Cancel))[0].Rejections);
    }

    [Fact]
    public async Task A_server_that_fails_in_the_middle_is_asked_again_later_and_later_from_there()
    {
        var arXiv = new OaiRepository(500, First, 50) { PageSize = 100 };
        var down = true;
        await using var world = new SyncWorld(request => down && request["resumptionToken"]?.EndsWith("|200", StringComparison.Ordinal) == true ? ReplayAnswer.Failure(500) : arXiv.Answer(request), _clock);
        var source = await world.AddAsync();

        var first = await world.RunAsync(source);
        var second = await world.RunAsync(source);
        down = false;
        var third = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Failed, SyncRunState.Failed, SyncRunState.Finished), (first.State, second.State, third.State));
        Assert.InRange(first.NextRun - _clock.GetUtcNow(), TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5));
        Assert.InRange(second.NextRun - _clock.GetUtcNow(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        Assert.Equal((200L, 0L, 300L), (first.Counts.New, second.Counts.Read, third.Counts.New));
        await HarvestTests.AssertCompleteAsync(world, arXiv);
        Assert.Equal(0, (await world.NowAsync(source))!.Failures);
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_gets_it_and_the_run_goes_on_after()
    {
        var arXiv = new OaiRepository(300, First, 50) { PageSize = 100 };
        await using var world = new SyncWorld(request => request.Number == 2 ? ReplayAnswer.Failure(503, "3600") : arXiv.Answer(request), _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Waiting, 100L), (result.State, result.Counts.New));
        Assert.InRange(result.NextRun - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
        Assert.Equal(SyncRunState.Waiting, (await world.Store.GetRunsAsync(source.Id, 1, Cancel))[0].State);
        // Asked by a person all the same, it is the server's word that counts.
        Assert.Equal(SyncRunState.Waiting, (await world.RunAsync(source)).State);
        Assert.Equal(2, world.Server.Requests.Count);
    }

    [Fact]
    public async Task What_is_no_OAI_PMH_is_said_and_tried_again_later()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text("<html><body>Down for maintenance</body></html>", "text/html"), _clock);
        var result = await world.RunAsync(await world.AddAsync());
        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.EndsWith("did not answer with OAI-PMH, but with something else.", result.Message, StringComparison.Ordinal);
    }
}
