using Microsoft.Extensions.Time.Testing;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>Harvests of a generated arXiv into a real library: complete, nothing double, whatever the server does.</summary>
public sealed class HarvestTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateOnly First = new(2026, 11, 1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_harvest_is_complete_and_its_papers_have_the_day_of_their_first_version()
    {
        var arXiv = new OaiRepository(1000, First, 50) { PageSize = 150 };
        arXiv.Change(7, new DateOnly(2026, 11, 22));
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 1000L, 1000L, 7), (result.State, result.Counts.Read, result.Counts.New, result.Pages));
        await AssertCompleteAsync(world, arXiv);
        var paper = await world.PaperAsync(7);
        Assert.Equal((arXiv.Records[^1].Submitted, OaiRepository.TitleOf(7)), (paper!.Published, paper.Title));
        Assert.Equal("verb=ListRecords&metadataPrefix=arXivRaw&set=cs:cs:CL&from=2026-11-01", world.Server.Requests[0].Target.Split('?')[1]);
        var now = await world.NowAsync(source);
        Assert.Equal((0, null), (now!.Failures, now.LastError));
        Assert.InRange(now.NextRun - _clock.GetUtcNow(), TimeSpan.FromHours(12), TimeSpan.FromHours(13.3));
    }

    [Fact]
    public async Task The_next_run_asks_for_what_changed_with_a_day_of_overlap()
    {
        var arXiv = new OaiRepository(300, First, 50) { PageSize = 100 };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        await world.RunAsync(source);
        var asked = world.Server.Requests.Count;

        arXiv.Change(5, Today);
        _clock.Advance(TimeSpan.FromDays(1));
        var result = await world.RunAsync(source);

        Assert.Equal("2026-11-24", world.Server.Requests[asked]["from"]);
        Assert.Equal((1L, 1L), (result.Counts.Read, result.Counts.Updated));
        Assert.Contains("version 2", (await world.PaperAsync(5))!.Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_finds_nothing_changes_nothing_and_leaves_no_entry()
    {
        var arXiv = new OaiRepository(50, First, 50);
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        await world.RunAsync(source);
        var position = await world.Library.GetPositionAsync(Cancel);

        _clock.Advance(TimeSpan.FromDays(1));
        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 0L), (result.State, result.Counts.Read));
        Assert.Equal(position, await world.Library.GetPositionAsync(Cancel));
        Assert.Single(await world.Store.GetRunsAsync(source.Id, 10, Cancel));
    }

    [Fact]
    public async Task Stopped_at_any_page_it_goes_on_there()
    {
        var arXiv = new OaiRepository(1000, First, 50) { PageSize = 100 };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        for (var run = 0; ; run++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var before = world.Server.Requests.Count;
            try
            {
                await world.Restarted().RunAsync(source, new AfterEachPage(stop.Cancel), stop.Token);
                break;
            }
            catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
            {
                Assert.True(run < 12, "It does not come to an end.");
                Assert.Equal(before + 1, world.Server.Requests.Count);
            }
        }

        await AssertCompleteAsync(world, arXiv);
        Assert.Equal(10, world.Server.Requests.Count);
    }

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
        await AssertCompleteAsync(world, arXiv);
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
        await AssertCompleteAsync(world, arXiv);
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
        await AssertCompleteAsync(world, arXiv);
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
    public async Task Withdrawn_by_its_author_it_shows_as_withdrawn()
    {
        var arXiv = new OaiRepository(20, First, 50)
        {
            Spoil = (_, page) => page.Replace($"<title>{OaiRepository.TitleOf(3)}</title>", $"<title>{OaiRepository.TitleOf(3)}</title><comments>This paper has been withdrawn</comments>", StringComparison.Ordinal),
        };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        await world.RunAsync(await world.AddAsync());
        Assert.True((await world.PaperAsync(3))!.Withdrawn);
        Assert.False((await world.PaperAsync(4))!.Withdrawn);
    }

    [Fact]
    public async Task Deleted_at_the_source_it_stays_and_shows_as_withdrawn()
    {
        var arXiv = new OaiRepository(60, First, 50);
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        await world.RunAsync(source);

        arXiv.Change(11, Today, deleted: true);
        _clock.Advance(TimeSpan.FromDays(1));
        var result = await world.RunAsync(source);

        Assert.Equal((1L, 1L), (result.Counts.Read, result.Counts.Withdrawn));
        var paper = await world.PaperAsync(11);
        Assert.True(paper!.Withdrawn);
        Assert.Equal(OaiRepository.TitleOf(11), paper.Title);
        Assert.Equal(1, (await world.Store.GetRunsAsync(source.Id, 1, Cancel))[0].Counts.Withdrawn);
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
        await AssertCompleteAsync(world, arXiv);
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
    public async Task A_backfill_goes_through_windows_and_a_clock_that_is_ahead_skips_nothing()
    {
        var arXiv = new OaiRepository(320, new DateOnly(2026, 1, 1), 1) { PageSize = 50, Today = new DateOnly(2026, 11, 20) };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync(since: new DateOnly(2025, 12, 1));

        await world.RunAsync(source);

        var windows = world.Server.Requests.Where(request => request["from"] is not null).Select(request => $"{request["from"]}..{request["until"]}").ToList();
        Assert.Equal((12, "2025-12-01..2025-12-30", "2025-12-31..2026-01-29", "2026-10-27.."), (windows.Count, windows[0], windows[1], windows[^1]));
        await AssertCompleteAsync(world, arXiv);
        await world.RunAsync(source);
        Assert.Equal("2026-11-19", world.Server.Requests[^1]["from"]);
    }

    [Fact]
    public async Task What_is_no_OAI_PMH_is_said_and_tried_again_later()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text("<html><body>Down for maintenance</body></html>", "text/html"), _clock);
        var result = await world.RunAsync(await world.AddAsync());
        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.EndsWith("did not answer with OAI-PMH, but with something else.", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_meanwhile_it_ends_after_its_page_and_goes_on_when_resumed()
    {
        var arXiv = new OaiRepository(500, First, 50) { PageSize = 100 };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        var paused = false;
        arXiv.Spoil = (request, page) =>
        {
            if (request.Number == 2 && !paused)
            {
                paused = true;
                Pause(world, source);
            }

            return page;
        };

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Stopped, 200L), (result.State, result.Counts.New));
        await world.Store.SetPausedAsync(source.Id, false, Cancel);
        Assert.Equal((SyncRunState.Finished, 300L), await world.RunAsync(source) is var rest ? (rest.State, rest.Counts.New) : default);
    }

    [Fact]
    public async Task One_run_of_a_source_is_at_work_at_a_time()
    {
        var arXiv = new OaiRepository(500, First, 50) { PageSize = 100 };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Restarted().RunAsync(source, null, Cancel), Cancel)));
        Assert.Equal(500, results.Sum(result => result.Counts.Read));
        await AssertCompleteAsync(world, arXiv);
    }

    internal static async Task AssertCompleteAsync(SyncWorld world, OaiRepository arXiv)
    {
        var counts = await world.Library.CountAsync(Cancel);
        Assert.Equal((arXiv.Records.Count, arXiv.Records.Count), ((int)counts.Records, (int)counts.Papers));
        foreach (var record in arXiv.Records)
        {
            Assert.Equal(OaiRepository.TitleOf(record.Number), (await world.PaperAsync(record.Number))?.Title);
        }
    }

    /// <summary>Called on the server's thread, which has nothing to await.</summary>
    private static void Pause(SyncWorld world, FollowedSource source) => world.Store.SetPausedAsync(source.Id, true, CancellationToken.None).GetAwaiter().GetResult();

    private sealed class AfterEachPage(Action call) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            if (value.Fraction < 1)
            {
                call();
            }
        }
    }
}
