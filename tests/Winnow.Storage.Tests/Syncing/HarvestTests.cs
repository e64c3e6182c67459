using Microsoft.Extensions.Time.Testing;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>Harvests of a generated arXiv into a real library: complete, nothing double, and what changed since.</summary>
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
