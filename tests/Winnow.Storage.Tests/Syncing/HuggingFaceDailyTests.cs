using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

public sealed class HuggingFaceDailyTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Friday, new TimeOnly(12, 0), TimeSpan.Zero));

    [Fact]
    public async Task Each_day_is_asked_for_once_and_weekends_are_empty()
    {
        await using var world = new SyncWorld(Answer, _clock);
        var source = await world.AddAsync("huggingface", "daily", new DateOnly(2026, 11, 12));

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 14L), (result.State, result.Counts.New));
        Assert.Equal(Days(12, 20), Asked(world));
        Assert.Equal(1.0, Assert.Single(await world.Store.GetRunsAsync(source.Id, 9, SyncWorld.Cancel)).Fraction);
        Assert.NotNull(await world.Library.FindAsync(new Identifier(IdentifierScheme.ArXiv, "2611.12000"), SyncWorld.Cancel));
    }

    [Fact]
    public async Task The_last_days_are_read_again_because_votes_grow()
    {
        await using var world = new SyncWorld(Answer, _clock);
        var source = await world.AddAsync("huggingface", "daily", new DateOnly(2026, 11, 1));
        await world.RunAsync(source);
        var before = world.Server.Requests.Count;
        _clock.Advance(TimeSpan.FromDays(1));

        var result = await world.RunAsync(source);

        Assert.Equal(Days(13, 21), Asked(world).Skip(before));
        Assert.Equal(SyncRunState.Finished, result.State);
    }

    [Fact]
    public async Task Votes_are_kept_with_the_moment_at_which_they_were_seen()
    {
        var votes = 3;
        await using var world = new SyncWorld(_ => ReplayAnswer.Text($"[{Paper(1).Replace("\"upvotes\":1", $"\"upvotes\":{votes}", StringComparison.Ordinal)}]", "application/json"), _clock);
        var source = await world.AddAsync("huggingface", "daily", Friday);
        await world.RunAsync(source);
        votes = 40;
        _clock.Advance(TimeSpan.FromHours(4));
        await world.RunAsync(source);

        var paper = await world.Library.FindAsync(new Identifier(IdentifierScheme.ArXiv, "2611.00001"), SyncWorld.Cancel);
        var signals = Assert.Single(await world.Library.Signals.GetSignalsAsync([paper!.Id], SyncWorld.Cancel));
        Assert.Equal(
            [(3L, new DateTimeOffset(Friday, new TimeOnly(12, 0), TimeSpan.Zero)), (40L, new DateTimeOffset(Friday, new TimeOnly(16, 0), TimeSpan.Zero))],
            signals.Observations.Where(seen => seen.Kind == SignalKind.Upvote).OrderBy(seen => seen.At).Select(seen => (seen.Count, seen.At)));
    }

    [Fact]
    public async Task A_first_run_begins_a_month_back_and_a_list_that_is_not_there_yet_is_no_failure()
    {
        await using var world = new SyncWorld(request => request["date"] == "2026-11-20" ? ReplayAnswer.Failure(400) : Answer(request), _clock);

        var source = await world.Store.AddAsync(new NewSource("daily", "huggingface", "daily", TimeSpan.FromHours(4), null), SyncWorld.Cancel);
        var result = await world.RunAsync(source!);

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.Equal("2026-10-21", world.Server.Requests[0]["date"]);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_with_the_day_that_failed()
    {
        var broken = true;
        await using var world = new SyncWorld(request => broken && request["date"] == "2026-11-17" ? ReplayAnswer.Failure(500) : Answer(request), _clock);
        var source = await world.AddAsync("huggingface", "daily", new DateOnly(2026, 11, 12));

        Assert.Equal(SyncRunState.Failed, (await world.RunAsync(source)).State);
        broken = false;
        var before = world.Server.Requests.Count;
        Assert.Equal(SyncRunState.Finished, (await world.RunAsync(source)).State);

        Assert.Equal(Days(17, 20), Asked(world).Skip(before));
        Assert.Equal(14, (await world.Library.CountAsync(SyncWorld.Cancel)).Papers);
    }

    [Fact]
    public async Task A_poison_paper_costs_itself_and_the_day_goes_on()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text($"[{Paper(1)},{{\"paper\":{{\"id\":7}}}},{{broken,{Paper(2)}]", "application/json"), _clock);

        var result = await world.RunAsync(await world.AddAsync("huggingface", "daily", Friday));

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.True(result.Counts.Rejected > 0);
        Assert.NotNull(await world.Library.FindAsync(new Identifier(IdentifierScheme.ArXiv, "2611.00001"), SyncWorld.Cancel));
        Assert.NotEmpty(world.Rejected());
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "did not answer with a list of papers")]
    [InlineData("{\"error\":\"maintenance\"}", "did not answer with a list of papers")]
    public async Task Something_else_than_a_list_is_a_failure_and_not_an_empty_day(string body, string complaint)
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(body, "text/html"), _clock);
        var source = await world.AddAsync("huggingface", "daily", Friday);

        var result = await world.RunAsync(source);

        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.Contains(complaint, result.Message, StringComparison.Ordinal);
        Assert.Null((await world.NowAsync(source))!.Cursor);
    }

    private static IEnumerable<string?> Asked(SyncWorld world) => world.Server.Requests.Select(request => request["date"]);

    private static IEnumerable<string?> Days(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(day => (string?)string.Create(CultureInfo.InvariantCulture, $"2026-11-{day:00}"));

    private static ReplayAnswer Answer(ReplayRequest request)
    {
        var day = DateOnly.ParseExact(request["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var papers = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? [] : new[] { Paper(day.Day * 1000), Paper((day.Day * 1000) + 1) };
        return ReplayAnswer.Text($"[{string.Join(',', papers)}]", "application/json");
    }

    private static string Paper(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"paper":{"id":"2611.{{number:00000}}","title":"Paper {{number}} of an invented day","summary":"Text.","authors":[{"name":"Ada Bee"}],"publishedAt":"2026-11-10T00:00:00.000Z","upvotes":{{number % 40}}},"numComments":1}""");
}
