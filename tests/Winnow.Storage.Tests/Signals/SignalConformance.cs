using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Winnow.Storage.Tests.Library;
using Winnow.Trends;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Storage.Tests.Signals;

/// <summary>What every store of signals promises. A store runs all of it by deriving from this class.</summary>
public abstract class SignalConformance
{
    private const int Histories = 25;

    private static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReaderKey Ada = ReaderKey.Of("ada");
    private static readonly ReaderKey Emmy = ReaderKey.Of("emmy");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ISignalsUnderTest> OpenAsync();

    [Fact]
    public async Task An_empty_store_answers_everything_with_nothing()
    {
        await using var library = await OpenAsync();

        Assert.True(Assert.Single(await library.Signals.GetSignalsAsync([new PaperId(1)], Cancel)).IsEmpty);
        Assert.Empty(await library.Signals.GetStaleAsync(0, 10, Cancel));
        Assert.Empty(await library.Signals.GetTrendsAsync(0, 10, Cancel));
        Assert.Equal(0, await library.Signals.GetTrendRevisionAsync(Cancel));
        Assert.Equal(0, await library.Signals.GetFormulaAsync(Cancel));
        Assert.Empty(await library.Signals.GetVotedAsync([new PaperId(1)], Ada, Cancel));
    }

    [Fact]
    public async Task A_vote_for_a_paper_that_is_not_there_is_refused()
    {
        await using var library = await OpenAsync();

        Assert.False(await library.Signals.AddVoteAsync(new PaperId(1), Ada, Noon, Cancel));
        Assert.False(await library.Signals.RemoveVoteAsync(new PaperId(1), Ada, Cancel));
        Assert.False(await library.Signals.AddReadAsync(new PaperId(1), Ada, Noon, Cancel));
        Assert.Empty(await library.Signals.GetStaleAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task A_reader_has_one_vote_a_paper_and_can_take_it_back()
    {
        await using var library = await OpenAsync();
        var paper = await library.OneAsync("a", "1");

        Assert.True(await library.Signals.AddVoteAsync(paper, Ada, Noon, Cancel));
        Assert.False(await library.Signals.AddVoteAsync(paper, Ada, Noon.AddDays(1), Cancel));
        Assert.True(await library.Signals.AddVoteAsync(paper, Emmy, Noon, Cancel));
        Assert.Equal([paper], await library.Signals.GetVotedAsync([paper, new PaperId(1)], Ada, Cancel));
        Assert.Equal(2, (await library.OfAsync(paper)).Votes.Count);

        Assert.True(await library.Signals.RemoveVoteAsync(paper, Ada, Cancel));
        Assert.False(await library.Signals.RemoveVoteAsync(paper, Ada, Cancel));
        Assert.Equal(Emmy, Assert.Single((await library.OfAsync(paper)).Votes).Reader);
    }

    [Fact]
    public async Task A_visit_counts_once_a_day_and_dates_the_reader()
    {
        await using var library = await OpenAsync();
        var paper = await library.OneAsync("a", "1");

        Assert.True(await library.Signals.AddReadAsync(paper, Ada, Noon, Cancel));
        Assert.False(await library.Signals.AddReadAsync(paper, Ada, Noon.AddHours(11), Cancel));
        Assert.True(await library.Signals.AddReadAsync(paper, Ada, Noon.AddHours(13), Cancel));
        Assert.True(await library.Signals.AddVoteAsync(paper, Ada, Noon.AddDays(2), Cancel));

        var signals = await library.OfAsync(paper);
        Assert.Equal([Noon, Noon.AddHours(13)], signals.Reads.Select(visit => visit.At));
        Assert.Equal(new ReaderVote(Ada, Noon.AddDays(2), Noon), Assert.Single(signals.Votes));
    }

    [Fact]
    public async Task The_same_count_seen_again_changes_nothing()
    {
        await using var library = await OpenAsync();
        var record = Seen("a", "1", (Noon, 5));
        await library.ImportAsync([record]);
        await library.CatchUpAsync();
        var revision = await library.Signals.GetTrendRevisionAsync(Cancel);

        await library.ImportAsync([record]);

        Assert.Empty(await library.Signals.GetStaleAsync(0, 10, Cancel));
        Assert.Equal(revision, await library.Signals.GetTrendRevisionAsync(Cancel));
        Assert.Single((await library.OfAsync(record.Id.AsPaper)).Observations);
    }

    [Fact]
    public async Task An_unchanged_record_with_a_new_count_keeps_the_count()
    {
        await using var library = await OpenAsync();
        await library.ImportAsync([Seen("a", "1", (Noon, 5))]);

        Assert.Equal([ApplyOutcome.Unchanged], await library.ImportAsync([Seen("a", "1", (Noon.AddDays(1), 9))]));

        var signals = await library.OfAsync(RecordId.Of("a", "1").AsPaper);
        Assert.Equal([5L, 9L], signals.Observations.Select(seen => seen.Count));
    }

    [Fact]
    public async Task A_count_that_names_an_identifier_stands_with_the_record_that_has_it()
    {
        await using var library = await OpenAsync();
        var record = PlainFormat.Record("a", "1", new RecordFields { Title = "A Title", Identifiers = [new Identifier(IdentifierScheme.ArXiv, "1706.03762")] });
        await library.ImportAsync([record]);
        var known = new IdentifiedObservation(new Identifier(IdentifierScheme.ArXiv, "1706.03762"), new Observation(SignalKind.Upvote, "huggingface", Noon, 5));
        var unknown = known with { Identifier = new Identifier(IdentifierScheme.ArXiv, "2001.00001") };

        await using var import = await library.Writes.BeginImportAsync("test", Cancel);
        Assert.Equal([ApplyOutcome.Updated, null, ApplyOutcome.Unchanged], await import.ObserveAsync([known, unknown, known], Cancel));

        Assert.Equal(known.Observation, Assert.Single((await library.OfAsync(record.Id.AsPaper)).Observations));
        Assert.Equal(new ImportCounts(Updated: 1, Unchanged: 1, Rejected: 1), (await library.Writes.GetImportsAsync(1, Cancel))[0].Counts);
    }

    [Fact]
    public async Task Signals_follow_when_papers_merge_and_when_they_fall_apart()
    {
        await using var library = await OpenAsync();
        var one = await library.OneAsync("a", "1", (Noon, 5));
        var other = await library.OneAsync("b", "2", (Noon, 3));
        await library.Signals.AddVoteAsync(one, Ada, Noon, Cancel);
        await library.Signals.AddVoteAsync(other, Ada, Noon.AddHours(1), Cancel);
        await library.Signals.AddVoteAsync(other, Emmy, Noon.AddHours(2), Cancel);
        await library.CatchUpAsync();

        var bridge = PlainFormat.Record("c", "3", new RecordFields { Title = "Bridge", Identifiers = [Id("1"), Id("2")] });
        await library.ImportAsync([bridge]);
        await library.CatchUpAsync();

        var merged = (await library.Reads.FindAsync(one, Cancel))!.Id;
        var signals = await library.OfAsync(merged);
        Assert.Equal([(Ada, Noon), (Emmy, Noon.AddHours(2))], signals.Votes.Select(vote => (vote.Reader, vote.At)));
        Assert.Equal([3L, 5L], signals.Observations.Select(seen => seen.Count).Order());
        Assert.False(await library.Signals.AddVoteAsync(merged, Ada, Noon, Cancel));
        Assert.Equal([merged], await library.TrendingAsync());

        await library.Writes.RemoveAsync("c", "3", Cancel);
        await library.CatchUpAsync();

        Assert.Equal([Ada], (await library.OfAsync(one)).Votes.Select(vote => vote.Reader));
        Assert.Equal([Ada, Emmy], (await library.OfAsync(other)).Votes.Select(vote => vote.Reader));
        Assert.Equal(new[] { one, other }.Order(), (await library.TrendingAsync()).Order());
    }

    [Fact]
    public async Task A_vote_outlives_the_record_it_was_given_to()
    {
        await using var library = await OpenAsync();
        await library.ImportAsync([PlainFormat.Record("a", "1", Fields("1")), PlainFormat.Record("b", "1", Fields("1"))]);
        var paper = (await library.Reads.FindAsync(RecordId.Of("a", "1").AsPaper, Cancel))!;
        await library.Signals.AddVoteAsync(paper.Id, Ada, Noon, Cancel);
        await library.Signals.AddReadAsync(paper.Id, Ada, Noon, Cancel);
        var first = paper.Records.Single(record => record.Id.AsPaper == paper.Id);
        var left = paper.Records.Single(record => record.Id.AsPaper != paper.Id);

        await library.Writes.RemoveAsync(first.Source, first.Key, Cancel);

        var signals = await library.OfAsync(left.Id.AsPaper);
        Assert.Single(signals.Votes);
        Assert.Single(signals.Reads);
    }

    [Fact]
    public async Task What_was_seen_counts_again_when_a_forgotten_record_comes_back()
    {
        await using var library = await OpenAsync();
        var paper = await library.OneAsync("a", "1", (Noon, 5));
        await library.CatchUpAsync();
        await library.Writes.RemoveAsync("a", "1", Cancel);
        await library.CatchUpAsync();
        Assert.Empty(await library.TrendingAsync());

        await library.ImportAsync([PlainFormat.Record("a", "1", Fields("1"))]);
        await library.CatchUpAsync();

        Assert.Equal([paper], await library.TrendingAsync());
    }

    [Fact]
    public async Task A_paper_that_changes_while_its_trend_is_computed_stays_out_of_date()
    {
        await using var library = await OpenAsync();
        var paper = await library.OneAsync("a", "1", (Noon, 5));
        var before = Assert.Single(await library.Signals.GetStaleAsync(0, 10, Cancel));
        await library.Signals.AddVoteAsync(paper, Ada, Noon, Cancel);

        await library.Signals.UpdateTrendsAsync([new UpdatedTrend(before.Id, before.Mark, null)], Cancel);

        var after = Assert.Single(await library.Signals.GetStaleAsync(0, 10, Cancel));
        Assert.Equal(paper, after.Id);
        Assert.Single(after.Signals.Votes);
    }

    [Fact]
    public async Task A_trend_is_read_as_it_was_written_and_each_change_is_told_once()
    {
        await using var library = await OpenAsync();
        var paper = await library.OneAsync("a", "1", (Noon, 5));
        var trend = new PaperTrend { Day = 1.5, Week = double.NegativeInfinity, Month = -2, All = 4, Appeared = Noon, Categories = ["cs.CL", "cs.LG"], Venue = "ACL" };
        var stale = Assert.Single(await library.Signals.GetStaleAsync(0, 10, Cancel));

        await library.Signals.UpdateTrendsAsync([new UpdatedTrend(paper, stale.Mark, trend)], Cancel);
        await library.Signals.UpdateTrendsAsync([new UpdatedTrend(paper, stale.Mark, trend)], Cancel);

        var change = Assert.Single(await library.Signals.GetTrendsAsync(0, 10, Cancel));
        Assert.Equivalent(trend, change.Trend, strict: true);
        Assert.Equal(await library.Signals.GetTrendRevisionAsync(Cancel), change.Revision);
        Assert.Empty(await library.Signals.GetTrendsAsync(change.Revision, 10, Cancel));
    }

    [Fact]
    public async Task Another_formula_makes_every_trend_out_of_date_and_no_other_paper()
    {
        await using var library = await OpenAsync();
        var seen = await library.OneAsync("a", "1", (Noon, 5));
        var read = await library.OneAsync("b", "2");
        await library.OneAsync("c", "3");
        await library.Signals.AddReadAsync(read, Ada, Noon, Cancel);
        await library.CatchUpAsync();
        Assert.Empty(await library.Signals.GetStaleAsync(0, 10, Cancel));

        await library.Signals.InvalidateTrendsAsync(1000, Cancel);

        Assert.Equal(1000, await library.Signals.GetFormulaAsync(Cancel));
        Assert.Equal(new[] { seen, read }.Order(), (await library.Signals.GetStaleAsync(0, 10, Cancel)).Select(stale => stale.Id).Order());
    }

    [Fact]
    public Task Counts_in_any_order_and_any_batches_give_the_same_signals() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 30], Gen.Int[0, 2]).Array[1, 20]
            .SelectMany(seen => Gen.Select(Gen.Const(seen), Gen.Shuffle(seen), Gen.Int[1, 4])).ForAllAsync(
            async (straight, shuffled, batch) =>
            {
                await using var one = await OpenAsync();
                await using var other = await OpenAsync();
                await one.ImportAsync([.. straight.Select(Record)]);
                await other.ImportAsync([.. shuffled.Concat(shuffled).Select(Record)], batch);
                await one.CatchUpAsync();
                await other.CatchUpAsync();

                Assert.Equal(await DumpAsync(one), await DumpAsync(other));
            },
            iter: Histories);

    private static SourceRecord Record((int Count, int Hours, int Key) seen) => Seen("a", $"{seen.Key}", (Noon.AddHours(seen.Hours), seen.Count));

    private static async Task<string> DumpAsync(ISignalsUnderTest library)
    {
        var trends = (await library.Signals.GetTrendsAsync(0, 1000, Cancel)).OrderBy(change => change.Paper).ToList();
        var signals = await library.Signals.GetSignalsAsync([.. trends.Select(trend => trend.Paper)], Cancel);
        return string.Join('\n', trends.Select(change => $"{change.Paper} {change.Trend}"))
            + string.Join('\n', signals.SelectMany(paper => paper.Observations.Select(seen => $"{paper.Paper} {seen}")));
    }

    private static Identifier Id(string number) => new(IdentifierScheme.ArXiv, $"2001.0000{number}");

    private static RecordFields Fields(string number) => new() { Title = $"Title {number}", Identifiers = [Id(number)] };

    private static SourceRecord Seen(string source, string key, params (DateTimeOffset At, long Count)[] counts) =>
        PlainFormat.Record(source, key, Fields(key)) with { Observations = [.. counts.Select(seen => new Observation(SignalKind.Upvote, "hub", seen.At, seen.Count))] };
}
