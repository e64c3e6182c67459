using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;
using Winnow.Trends;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Storage.Tests.Signals;

/// <summary>Lists over a real store.</summary>
public sealed class TrendingPapersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly SignalsUnderTest _library;
    private readonly TrendUpdater _updater;
    private readonly TrendingPapers _trending;

    public TrendingPapersTests()
    {
        var library = SqliteLibrary.Open(Path.Combine(_folder.FullName, "library.db"), PlainFormat.Formats, _clock);
        _library = new SignalsUnderTest(library);
        _updater = new TrendUpdater(library.Signals, _clock);
        _trending = new TrendingPapers(library, library.Signals, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _library.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_empty_library_has_an_empty_list()
    {
        var page = await _trending.GetAsync(new TrendingRequest(), Cancel);

        Assert.Empty(page.Papers);
        Assert.Equal(0, page.Total);
        Assert.Null(await _trending.FindAsync(new PaperId(1), TrendWindow.Day, null, Cancel));
    }

    [Fact]
    public async Task A_list_has_the_most_wanted_first_says_why_and_can_be_narrowed()
    {
        await AddAsync("1", 10, "cs.CL", "ACL");
        await AddAsync("2", 90, "cs.CV", "CVPR");
        await AddAsync("3", 40, "math.NA", null);
        await AddAsync("4", 0, "cs.CL", "ACL");

        Assert.Equal(["2", "3", "1"], await KeysAsync(new TrendingRequest()));
        Assert.Equal(["2", "1"], await KeysAsync(new TrendingRequest { Category = "cs" }));
        Assert.Equal(["1"], await KeysAsync(new TrendingRequest { Category = "cs.cl" }));
        Assert.Equal(["2"], await KeysAsync(new TrendingRequest { Venue = "CVPR" }));
        Assert.Empty(await KeysAsync(new TrendingRequest { Venue = "CVPR", Category = "cs.CL" }));
        Assert.Empty(await KeysAsync(new TrendingRequest { Category = "c" }));
        Assert.Empty(await KeysAsync(new TrendingRequest { Venue = "Nowhere" }));
        Assert.Equal(["1"], await KeysAsync(new TrendingRequest { Offset = 2, Limit = 5 }));

        var page = await _trending.GetAsync(new TrendingRequest { Limit = 1 }, Cancel);
        Assert.Equal(3, page.Total);
        Assert.Contains(new Winnow.Search.FacetCount("cs.CL", 1), page.Categories);
        var best = page.Papers[0];
        Assert.Equal((1, TrendMovement.New), (best.Rank, best.Movement));
        Assert.Equal(best.Score, best.Terms.Sum(term => term.Value), 2);
        Assert.Contains("90 votes at hub", best.Terms[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(90, best.Series.Values.Sum(), 6);
    }

    [Fact]
    public async Task A_vote_moves_one_paper_and_computes_no_other()
    {
        await AddAsync("1", 10, "cs.CL", "ACL");
        var voted = await AddAsync("2", 9, "cs.CL", "ACL");
        Assert.Equal(["1", "2"], await KeysAsync(new TrendingRequest()));

        Assert.True(await _trending.RecordVoteAsync(voted, ReaderKey.Of("ada"), Cancel));
        Assert.True(await _trending.RecordVoteAsync(voted, ReaderKey.Of("emmy"), Cancel));
        for (var reader = 0; reader < 30; reader++)
        {
            await _trending.RecordVoteAsync(voted, ReaderKey.Of($"{reader}"), Cancel);
        }

        Assert.Equal(1, await _updater.CatchUpAsync(Cancel));
        Assert.Equal(["2", "1"], await KeysAsync(new TrendingRequest()));
        var paper = await _trending.FindAsync(voted, TrendWindow.Day, ReaderKey.Of("ada"), Cancel);
        Assert.Equal((32, true), (paper!.Votes, paper.VotedByReader));
        Assert.True(await _trending.WithdrawVoteAsync(voted, ReaderKey.Of("ada"), Cancel));
        await _updater.CatchUpAsync(Cancel);
        paper = await _trending.FindAsync(voted, TrendWindow.Day, ReaderKey.Of("ada"), Cancel);
        Assert.Equal((31, false), (paper!.Votes, paper.VotedByReader));
    }

    [Fact]
    public async Task What_nobody_cares_for_any_more_leaves_the_list_without_being_computed()
    {
        var paper = await AddAsync("1", 10, "cs.CL", "ACL");
        Assert.Single(await KeysAsync(new TrendingRequest()));

        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await _updater.CatchUpAsync(Cancel));
        Assert.Empty(await KeysAsync(new TrendingRequest()));
        Assert.Single(await KeysAsync(new TrendingRequest { Window = TrendWindow.All }));
        Assert.Equal(TrendMovement.Falling, (await _trending.FindAsync(paper, TrendWindow.Week, null, Cancel))!.Movement);
    }

    [Fact]
    public async Task A_paper_merged_into_another_leaves_the_list_and_its_votes_go_along()
    {
        var one = await AddAsync("1", 10, "cs.CL", "ACL");
        var other = await AddAsync("2", 20, "cs.CL", "ACL");
        await _trending.RecordVoteAsync(one, ReaderKey.Of("ada"), Cancel);
        await _updater.CatchUpAsync(Cancel);
        Assert.Equal(2, (await KeysAsync(new TrendingRequest())).Count);

        await _library.ImportAsync([PlainFormat.Record("b", "bridge", new RecordFields { Title = "Bridge", Identifiers = [Id("1"), Id("2")] })]);
        await _updater.CatchUpAsync(Cancel);

        var page = await _trending.GetAsync(new TrendingRequest(), Cancel);
        var merged = Assert.Single(page.Papers);
        Assert.Equal(1, page.Total);
        Assert.Equal(1, merged.Votes);
        Assert.Contains(merged.Paper.Id, new[] { one, other, RecordId.Of("b", "bridge").AsPaper });
        Assert.Equal(1, (await _trending.RankAsync([.. new[] { one, other, merged.Paper.Id }.Distinct()], TrendWindow.Day, 0, 10, Cancel)).WithTrend);
    }

    [Fact]
    public async Task Papers_of_any_choice_are_ordered_by_trend_and_those_without_come_last_as_they_were_given()
    {
        var few = await AddAsync("1", 5, "cs.CL", null);
        var many = await AddAsync("2", 50, "cs.CL", null);
        PaperId[] others = [new PaperId(1), new PaperId(2)];

        var ranking = await _trending.RankAsync([others[1], few, others[0], many], TrendWindow.All, 0, 10, Cancel);
        var page = await _trending.RankAsync([others[1], few, others[0], many], TrendWindow.All, 1, 2, Cancel);

        Assert.Equal([many, few, others[1], others[0]], ranking.Papers);
        Assert.Equal([few, others[1]], page.Papers);
        Assert.Equal(2, page.WithTrend);
        Assert.Empty((await _trending.RankAsync([few], TrendWindow.All, 0, 0, Cancel)).Papers);
    }

    private static Identifier Id(string number) => new(IdentifierScheme.ArXiv, $"2001.0000{number}");

    private async Task<PaperId> AddAsync(string key, long votes, string category, string? venue)
    {
        var fields = new RecordFields { Title = $"Title {key}", Categories = [category], Venue = venue, Identifiers = [Id(key)] };
        var record = PlainFormat.Record("a", key, fields) with
        {
            Observations = [new Observation(SignalKind.Upvote, "hub", Noon.AddHours(-8), 0), new Observation(SignalKind.Upvote, "hub", Noon, votes)],
        };
        await _library.ImportAsync([record]);
        await _updater.CatchUpAsync(Cancel);
        return record.Id.AsPaper;
    }

    private async Task<IReadOnlyList<string>> KeysAsync(TrendingRequest request) =>
        [.. (await _trending.GetAsync(request, Cancel)).Papers.Select(paper => paper.Paper.Records[0].Key)];
}
