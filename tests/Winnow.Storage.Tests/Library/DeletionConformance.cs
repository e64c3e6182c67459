using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Xunit;

namespace Winnow.Storage.Tests.Library;

/// <summary>What every store promises of records that their source has deleted. A store runs all of it by deriving from this class.</summary>
public abstract class DeletionConformance
{
    private const int Histories = 40;

    private static readonly DateOnly May = new(2024, 5, 1);

    private static readonly RecordFields Preprint = new()
    {
        Title = "A Preprint That Was Deleted Where It Stood",
        Authors = [new Author("Ada Bee")],
        Year = 2024,
        Venue = "arXiv",
        Status = "preprint",
        Touched = new DateOnly(2024, 4, 1),
        Identifiers = [new Identifier(IdentifierScheme.ArXiv, "2404.00001")],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ILibraryUnderTest> OpenAsync();

    [Fact]
    public async Task What_a_source_deletes_is_kept_and_shown_as_withdrawn()
    {
        await using var library = await OpenAsync();
        var record = Record(Preprint);
        await library.ImportAsync([record]);
        var position = await library.Reads.GetPositionAsync(Cancel);

        Assert.Equal([ApplyOutcome.Withdrawn], await DeleteAsync(library, record, May));

        var paper = await library.Reads.FindAsync(record.Id.AsPaper, Cancel);
        Assert.NotNull(paper);
        Assert.True(paper.Withdrawn);
        Assert.Equal(Preprint.Title, paper.Title);
        Assert.Equal(record.Id, paper.Provenance["withdrawn"]);
        Assert.Equal(May, Assert.Single(await library.Reads.GetRecordsAsync(paper.Id, Cancel)).DeletedOn);
        Assert.Single(await library.Reads.GetChangesAsync(position, 10, Cancel));
        Assert.Equal(new ImportCounts(Withdrawn: 1), (await library.Writes.GetImportsAsync(1, Cancel))[0].Counts);
    }

    [Fact]
    public async Task A_deletion_read_again_changes_nothing()
    {
        await using var library = await OpenAsync();
        var record = Record(Preprint);
        await library.ImportAsync([record]);
        await DeleteAsync(library, record, May);
        var position = await library.Reads.GetPositionAsync(Cancel);

        Assert.Equal([ApplyOutcome.Unchanged], await DeleteAsync(library, record, May));
        Assert.Equal([ApplyOutcome.Unchanged], await library.ImportAsync([record]));

        Assert.Equal(position, await library.Reads.GetPositionAsync(Cancel));
    }

    [Fact]
    public async Task A_deletion_of_what_the_library_never_had_waits_for_it()
    {
        await using var library = await OpenAsync();
        var record = Record(Preprint);

        Assert.Equal([ApplyOutcome.Unchanged], await DeleteAsync(library, record, May));
        await library.ImportAsync([record]);

        Assert.True((await library.Reads.FindAsync(record.Id.AsPaper, Cancel))?.Withdrawn);
    }

    [Fact]
    public async Task A_record_that_its_source_has_touched_since_is_back()
    {
        await using var library = await OpenAsync();
        var record = Record(Preprint);
        await library.ImportAsync([record]);
        await DeleteAsync(library, record, May);

        Assert.Equal([ApplyOutcome.Updated], await library.ImportAsync([Record(Preprint with { Touched = May.AddDays(1) })]));

        var paper = await library.Reads.FindAsync(record.Id.AsPaper, Cancel);
        Assert.False(paper?.Withdrawn);
        Assert.Null(Assert.Single(await library.Reads.GetRecordsAsync(record.Id.AsPaper, Cancel)).DeletedOn);
    }

    [Fact]
    public async Task A_paper_that_a_venue_took_stays_though_its_preprint_was_deleted()
    {
        await using var library = await OpenAsync();
        var preprint = Record(Preprint);
        var published = PlainFormat.Record("openreview", "x", Preprint with { Venue = "ICLR", Status = "Poster" });
        await library.ImportAsync([preprint, published]);

        await DeleteAsync(library, preprint, May);

        Assert.False((await library.Reads.FindAsync(preprint.Id.AsPaper, Cancel))?.Withdrawn);
        Assert.Single(await library.Reads.GetRecordsAsync(preprint.Id.AsPaper, Cancel), record => record.DeletedOn == May);
    }

    /// <summary>The states of a record and its deletions, of days at random, in any order.</summary>
    [Fact]
    public Task Deletions_and_records_in_any_order_give_the_same_library() =>
        Gen.Select(Gen.Int[0, 9].List[1, 6], Gen.Int[0, 9].List[1, 4], Gen.Int[0, 1000]).ForAllAsync(
            async history =>
            {
                var (touched, deleted, seed) = history;
                // The newest content comes last in both libraries: which content of one version wins is not a matter of deletions.
                var newest = Record(Preprint with { Touched = May.AddDays(touched.Max()) });
                await using var straight = await OpenAsync();
                await using var shuffled = await OpenAsync();
                await straight.ImportAsync([newest]);
                await DeleteAsync(straight, newest, May.AddDays(deleted.Max()));
                var order = new Random(seed);
                foreach (var day in deleted.Where(_ => order.Next(2) == 0))
                {
                    await DeleteAsync(shuffled, newest, May.AddDays(day));
                }

                foreach (var day in touched)
                {
                    await shuffled.ImportAsync([Record(Preprint with { Touched = May.AddDays(day) })]);
                }

                await shuffled.ImportAsync([newest]);
                foreach (var day in deleted)
                {
                    await DeleteAsync(shuffled, newest, May.AddDays(day));
                }

                Assert.Equal(await LibraryDump.OfAsync(straight.Reads, Cancel), await LibraryDump.OfAsync(shuffled.Reads, Cancel));
            },
            iter: Histories);

    private static SourceRecord Record(RecordFields fields) => PlainFormat.Record("arxiv", "2404.00001", fields);

    private static async Task<IReadOnlyList<ApplyOutcome>> DeleteAsync(ILibraryUnderTest library, SourceRecord record, DateOnly on)
    {
        await using var import = await library.Writes.BeginImportAsync("deletions", Cancel);
        var outcomes = await import.DeleteAsync([new RecordDeletion([record.Id], on)], Cancel);
        await import.FinishAsync(null, Cancel);
        return outcomes;
    }
}
