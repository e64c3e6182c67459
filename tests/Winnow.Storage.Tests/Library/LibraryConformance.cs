using CsCheck;
using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Properties;
using Xunit;

namespace Winnow.Storage.Tests.Library;

/// <summary>What every store of the library promises. A store runs all of it by deriving from this class.</summary>
public abstract class LibraryConformance
{
    /// <summary>Each opens a library or two, so that a suite stays within seconds.</summary>
    private const int Histories = 40;

    private static readonly RecordFields Transformer = new()
    {
        Title = "Attention Is All You Need",
        Abstract = "The dominant models are recurrent or convolutional; this one is neither, and translates better.",
        Authors = [new Author("Ashish Vaswani"), new Author("Noam Shazeer", "Google")],
        Year = 2017,
        Published = new DateOnly(2017, 6, 12),
        Categories = ["cs.CL"],
        Identifiers = [new Identifier(IdentifierScheme.ArXiv, "1706.03762")],
    };

    private static readonly RecordFields AtNeurIps = new()
    {
        Title = "Attention is All you Need",
        Authors = [new Author("Vaswani, Ashish"), new Author("Shazeer, Noam")],
        Year = 2017,
        Venue = "NeurIPS",
        Status = "Oral",
        Identifiers = [new Identifier(IdentifierScheme.SemanticScholar, "204e3073870fae3d05bcbc2f6a8e263d9b72e776")],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ILibraryUnderTest> OpenAsync();

    [Fact]
    public Task Any_order_in_any_batches_gives_the_same_library() =>
        LibraryHistories.AnyImport.ForAllAsync(
            async import =>
            {
                await using var straight = await OpenAsync();
                await using var shuffled = await OpenAsync();
                await straight.ImportAsync(import.Records);
                await shuffled.ImportAsync([.. import.Order.Select(i => import.Records[i])], import.Batch);

                Assert.Equal(await LibraryDump.OfAsync(straight.Reads, Cancel), await LibraryDump.OfAsync(shuffled.Reads, Cancel));
            },
            iter: Histories);

    [Fact]
    public Task Any_change_that_is_taken_back_leaves_no_trace() =>
        LibraryHistories.AnyChange.ForAllAsync(
            async change =>
            {
                await using var library = await OpenAsync();
                await library.ImportAsync(change.Records);
                var before = await LibraryDump.OfAsync(library.Reads, Cancel);
                await library.ImportAsync(change.Changed, batch: 2);
                await library.ImportAsync(change.Records);

                Assert.Equal(before, await LibraryDump.OfAsync(library.Reads, Cancel));
            },
            iter: Histories);

    [Fact]
    public Task A_library_without_a_source_is_as_if_it_had_never_been_read() =>
        LibraryHistories.AnyRecords.ForAllAsync(
            async records =>
            {
                await using var without = await OpenAsync();
                await using var removed = await OpenAsync();
                await without.ImportAsync([.. records.Where(record => record.Source != "source1")]);
                await removed.ImportAsync(records);
                await removed.Writes.RemoveSourceAsync("source1", Cancel);

                Assert.Equal(await LibraryDump.OfAsync(without.Reads, Cancel), await LibraryDump.OfAsync(removed.Reads, Cancel));
            },
            iter: Histories);

    [Fact]
    public async Task An_empty_library_answers_everything_with_nothing()
    {
        await using var library = await OpenAsync();

        Assert.Null(await library.Reads.FindAsync(new PaperId(1), Cancel));
        Assert.Null(await library.Reads.FindAsync(new Identifier(IdentifierScheme.Doi, "10.1/x"), Cancel));
        Assert.Empty(await library.Reads.GetChangesAsync(0, 10, Cancel));
        Assert.Equal(0, await library.Reads.GetPositionAsync(Cancel));
        Assert.Equal(0, (await library.Reads.CountAsync(Cancel)).Papers);
        Assert.False((await library.Reads.CountAsync(Cancel)).OnlySample);
        Assert.Empty(await library.Reads.GetVenuesAsync(Cancel));
        Assert.Empty((await library.Reads.GetByAuthorAsync("Nobody", 0, 10, Cancel)).Papers);
        Assert.Empty((await library.Reads.GetNewestAsync(0, 10, Cancel)).Papers);
        Assert.False(await library.Writes.RemoveAsync("arxiv", "1706.03762", Cancel));
    }

    [Fact]
    public async Task Preprint_and_proceedings_become_one_paper_under_each_of_its_names()
    {
        await using var library = await OpenAsync();
        var preprint = PlainFormat.Record("arxiv", "1706.03762", Transformer);
        var proceedings = PlainFormat.Record("paperlists:nips2017", "7181", AtNeurIps);

        Assert.Equal([ApplyOutcome.New], await library.ImportAsync([preprint]));
        Assert.Equal([ApplyOutcome.Merged], await library.ImportAsync([proceedings]));

        var paper = await library.Reads.FindAsync(new Identifier(IdentifierScheme.ArXiv, "1706.03762"), Cancel);
        Assert.NotNull(paper);
        Assert.Equal("NeurIPS", paper.Venue);
        Assert.Equal(preprint.Id, paper.Provenance["abstract"]);
        Assert.Equal(proceedings.Id, paper.Provenance["venue"]);
        foreach (var alias in new[] { preprint.Id.AsPaper, proceedings.Id.AsPaper })
        {
            Assert.Equal(paper.Id, (await library.Reads.FindAsync(alias, Cancel))?.Id);
        }

        Assert.Equal(paper.Id, (await library.Reads.FindAsync(AtNeurIps.Identifiers[0], Cancel))?.Id);
        var records = await library.Reads.GetRecordsAsync(proceedings.Id.AsPaper, Cancel);
        Assert.Equal(paper.Records.Select(record => record.Id), records.Select(record => record.Record.Id));
        Assert.Equal(preprint.Raw.ToArray(), records.Single(record => record.Record.Source == "arxiv").Record.Raw.ToArray());
    }

    [Fact]
    public async Task A_paper_is_read_as_it_was_merged()
    {
        await using var library = await OpenAsync();
        var full = Transformer with
        {
            Venue = "NeurIPS",
            Status = "Oral",
            Track = "main",
            Keywords = ["attention"],
            Tldr = "No recurrence.",
            Comment = "15 pages, 5 figures",
            Url = "https://example.org/1",
            Pdf = "https://example.org/1.pdf",
            Code = "https://example.org/code",
            Project = "https://example.org/project",
            Withdrawn = true,
        };
        var record = PlainFormat.Record("arxiv", "1706.03762", full);
        await library.ImportAsync([record]);

        var expected = PaperMerge.Merge([new IncomingRecord(record).ToMerge()]);
        Assert.Equivalent(expected, await library.Reads.FindAsync(expected.Id, Cancel), strict: true);
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await using var library = await OpenAsync();
        SourceRecord[] records = [PlainFormat.Record("arxiv", "1706.03762", Transformer), PlainFormat.Record("paperlists", "7181", AtNeurIps)];
        await library.ImportAsync(records);
        var position = await library.Reads.GetPositionAsync(Cancel);
        var before = await LibraryDump.OfAsync(library.Reads, Cancel);

        Assert.Equal([ApplyOutcome.Unchanged, ApplyOutcome.Unchanged], await library.ImportAsync(records));

        Assert.Equal(position, await library.Reads.GetPositionAsync(Cancel));
        Assert.Equal(before, await LibraryDump.OfAsync(library.Reads, Cancel));
    }

    [Fact]
    public async Task A_record_changed_and_changed_back_leaves_no_trace()
    {
        await using var library = await OpenAsync();
        var preprint = PlainFormat.Record("arxiv", "1706.03762", Transformer);
        await library.ImportAsync([preprint, PlainFormat.Record("paperlists", "7181", AtNeurIps)]);
        var before = await LibraryDump.OfAsync(library.Reads, Cancel);

        Assert.Equal([ApplyOutcome.Updated], await library.ImportAsync([PlainFormat.Record("arxiv", "1706.03762", Transformer with { Title = "Something Else" })]));
        Assert.Equal(2, (await library.Reads.CountAsync(Cancel)).Papers);
        Assert.Equal([ApplyOutcome.Updated], await library.ImportAsync([preprint]));

        Assert.Equal(before, await LibraryDump.OfAsync(library.Reads, Cancel));
    }

    [Fact]
    public async Task An_older_version_never_replaces_a_newer_one()
    {
        await using var library = await OpenAsync();
        var newer = Transformer with { Versions = [new PaperVersion(1, null), new PaperVersion(2, null)], Comment = "second" };
        var older = Transformer with { Versions = [new PaperVersion(1, null)], Comment = "first" };
        await library.ImportAsync([PlainFormat.Record("arxiv", "1", newer)]);

        Assert.Equal([ApplyOutcome.Unchanged], await library.ImportAsync([PlainFormat.Record("arxiv", "1", older)]));
        Assert.Equal("second", (await library.Reads.FindAsync(RecordId.Of("arxiv", "1").AsPaper, Cancel))?.Comment);
    }

    [Fact]
    public async Task A_file_that_holds_a_record_twice_is_unchanged_when_read_again()
    {
        await using var library = await OpenAsync();
        SourceRecord[] records = [PlainFormat.Record("feed", "1", Transformer), PlainFormat.Record("feed", "1", Transformer with { Comment = "again" })];

        Assert.Equal([ApplyOutcome.New, ApplyOutcome.Unchanged], await library.ImportAsync(records));
        Assert.Equal([ApplyOutcome.Unchanged, ApplyOutcome.Unchanged], await library.ImportAsync(records));
    }

    [Fact]
    public async Task Within_one_file_the_newer_version_wins_wherever_it_stands()
    {
        var first = PlainFormat.Record("feed", "1", Transformer with { Updated = new DateOnly(2017, 6, 12) });
        var second = PlainFormat.Record("feed", "1", Transformer with { Updated = new DateOnly(2017, 12, 6), Comment = "newer" });
        foreach (var order in new[] { new[] { first, second }, [second, first] })
        {
            await using var library = await OpenAsync();
            await library.ImportAsync(order);
            Assert.Equal("newer", (await library.Reads.FindAsync(first.Id.AsPaper, Cancel))?.Comment);
        }
    }

    [Fact]
    public async Task Each_change_is_told_once_and_in_order()
    {
        await using var library = await OpenAsync();
        var preprint = PlainFormat.Record("arxiv", "1706.03762", Transformer);
        var proceedings = PlainFormat.Record("paperlists", "7181", AtNeurIps);
        await library.ImportAsync([preprint]);
        var position = await library.Reads.GetPositionAsync(Cancel);

        await library.ImportAsync([proceedings]);

        var changes = await library.Reads.GetChangesAsync(position, 10, Cancel);
        var merged = new PaperId(Math.Min(preprint.Id.Value, proceedings.Id.Value));
        Assert.Equal(merged, Assert.Single(changes, change => change.Paper is not null).Id);
        Assert.Equal(changes.OrderBy(change => change.Position), changes);
        Assert.Equal(await library.Reads.GetPositionAsync(Cancel), changes[^1].Position);
        if (merged != preprint.Id.AsPaper)
        {
            Assert.Equal(preprint.Id.AsPaper, Assert.Single(changes, change => change.Paper is null).Id);
        }
    }

    [Fact]
    public async Task Removing_a_source_leaves_the_library_as_if_it_had_never_been_read()
    {
        await using var library = await OpenAsync();
        await library.ImportAsync([PlainFormat.Record("arxiv", "1706.03762", Transformer)]);
        var before = await LibraryDump.OfAsync(library.Reads, Cancel);
        await library.ImportAsync(
        [
            PlainFormat.Record(SourceRecord.SampleSource, "transformer", AtNeurIps),
            PlainFormat.Record(SourceRecord.SampleSource, "other", new RecordFields { Title = "Another Paper", Venue = "ACL", Year = 2020 }),
        ]);
        var position = await library.Reads.GetPositionAsync(Cancel);

        Assert.Equal(2, await library.Writes.RemoveSourceAsync(SourceRecord.SampleSource, Cancel));

        Assert.Equal(before, await LibraryDump.OfAsync(library.Reads, Cancel));
        Assert.Contains(await library.Reads.GetChangesAsync(position, 10, Cancel), change => change.Paper is null);
    }

    [Fact]
    public async Task What_was_removed_can_come_back()
    {
        await using var library = await OpenAsync();
        var record = PlainFormat.Record("arxiv", "1706.03762", Transformer);
        await library.ImportAsync([record]);
        var before = await LibraryDump.OfAsync(library.Reads, Cancel);

        Assert.True(await library.Writes.RemoveAsync("arxiv", "1706.03762", Cancel));
        Assert.Null(await library.Reads.FindAsync(record.Id.AsPaper, Cancel));
        Assert.Equal([ApplyOutcome.New], await library.ImportAsync([record]));

        Assert.Equal(before, await LibraryDump.OfAsync(library.Reads, Cancel));
    }
}
