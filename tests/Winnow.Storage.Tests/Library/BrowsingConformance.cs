using Winnow.Papers;
using Xunit;

namespace Winnow.Storage.Tests.Library;

/// <summary>What every store promises of the lists and counts that pages show, and of the history of imports.</summary>
public abstract class BrowsingConformance
{
    private static readonly RecordFields Any = new() { Title = "Any Paper" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ILibraryUnderTest> OpenAsync();

    [Fact]
    public async Task Only_a_library_of_nothing_but_samples_says_so()
    {
        await using var library = await OpenAsync();
        await library.ImportAsync([PlainFormat.Record(SourceRecord.SampleSource, "1", Any)]);
        Assert.True((await library.Reads.CountAsync(Cancel)).OnlySample);

        await library.ImportAsync([PlainFormat.Record("arxiv", "2", new RecordFields { Title = "Mine" })]);
        Assert.False((await library.Reads.CountAsync(Cancel)).OnlySample);
    }

    [Fact]
    public async Task A_venue_lists_its_newest_year_first_and_its_orals_before_its_posters()
    {
        await using var library = await OpenAsync();
        RecordFields Accepted(string title, int year, string status) => new() { Title = title, Venue = "ICLR", Year = year, Status = status };
        await library.ImportAsync(
        [
            PlainFormat.Record("a", "1", Accepted("Beta", 2020, "Poster")),
            PlainFormat.Record("a", "2", Accepted("Alpha", 2020, "Poster")),
            PlainFormat.Record("a", "3", Accepted("Zeta", 2020, "Oral")),
            PlainFormat.Record("a", "4", Accepted("Omega", 2021, "Reject")),
            PlainFormat.Record("a", "5", new RecordFields { Title = "Elsewhere", Venue = "ACL" }),
        ]);

        var all = await library.Reads.GetByVenueAsync("ICLR", null, 0, 10, Cancel);
        var second = await library.Reads.GetByVenueAsync("ICLR", 2020, 1, 1, Cancel);
        var venues = await library.Reads.GetVenuesAsync(Cancel);

        Assert.Equal(["Omega", "Zeta", "Alpha", "Beta"], all.Papers.Select(paper => paper.Title));
        Assert.Equal(("Alpha", 3), (second.Papers.Single().Title, second.Total));
        Assert.Equal(["ICLR", "ACL"], venues.Select(venue => venue.Venue));
        Assert.Equal([(2021, 1L), (2020, 3L)], venues[0].Years);
        Assert.Empty(venues[1].Years);
    }

    [Fact]
    public async Task An_author_is_found_by_any_spelling_and_shown_in_the_usual_one()
    {
        await using var library = await OpenAsync();
        RecordFields By(string author, int year) => new() { Title = $"Paper of {year}", Year = year, Authors = [new Author(author)] };
        await library.ImportAsync(
        [
            PlainFormat.Record("a", "1", By("Ł. Kaiser", 2018)),
            PlainFormat.Record("a", "2", By("L Kaiser", 2021)),
            PlainFormat.Record("a", "3", By("L. Kaiser", 2020)),
            PlainFormat.Record("a", "4", By("L. Kaiser", 2019)),
        ]);

        var page = await library.Reads.GetByAuthorAsync("kaiser, l.", 0, 3, Cancel);

        Assert.Equal([2021, 2020, 2019], page.Papers.Select(paper => paper.Year));
        Assert.Equal(4, page.Total);
        Assert.Equal([new AuthorCount("L. Kaiser", 4)], await library.Reads.GetAuthorsAsync("l kai", 5, Cancel));
        Assert.Equal([new AuthorCount("L. Kaiser", 4)], await library.Reads.GetAuthorsAsync("", 5, Cancel));
    }

    [Fact]
    public async Task An_import_that_is_given_up_stays_in_the_history_as_stopped()
    {
        await using var library = await OpenAsync();
        await using (var import = await library.Writes.BeginImportAsync("papers.jsonl", Cancel))
        {
            await import.ApplyAsync([new IncomingRecord(PlainFormat.Record("a", "1", Any))], 2, Cancel);
        }

        var run = Assert.Single(await library.Writes.GetImportsAsync(10, Cancel));
        Assert.Equal((ImportState.Stopped, "papers.jsonl", new ImportCounts(New: 1, Rejected: 2)), (run.State, run.Input, run.Counts));
    }
}
