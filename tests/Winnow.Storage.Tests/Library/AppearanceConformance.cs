using Winnow.Papers;
using Xunit;

namespace Winnow.Storage.Tests.Library;

/// <summary>What every store promises of the days on which papers first appeared, and of when their records were read.</summary>
public abstract class AppearanceConformance
{
    private static readonly DateOnly Wednesday = new(2026, 3, 11);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ILibraryUnderTest> OpenAsync();

    [Fact]
    public async Task An_empty_library_has_no_days()
    {
        await using var library = await OpenAsync();

        Assert.Equal((0, 0), await CountAsync(library, DateOnly.MinValue, DateOnly.MaxValue));
        Assert.Empty(await library.Reads.CountByDayAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel));
        Assert.Equal((null, null), await library.Reads.FindDaysAroundAsync(Wednesday, Wednesday, Cancel));
        Assert.Empty(await library.Reads.GetStampsAsync([new PaperId(1)], Cancel));
        Assert.Empty((await library.Reads.GetNewestByVenueAsync("ICLR", null, 0, 10, Cancel)).Papers);
    }

    [Fact]
    public async Task A_range_of_days_holds_both_its_ends_and_the_newest_day_first()
    {
        await using var library = await OpenAsync();
        await ImportAsync(library, Wednesday.AddDays(-1), Wednesday, Wednesday.AddDays(1), Wednesday, Wednesday.AddDays(2));

        var page = await library.Reads.GetAppearedAsync(Wednesday, Wednesday.AddDays(1), 0, 10, Cancel);
        var second = await library.Reads.GetAppearedAsync(Wednesday, Wednesday.AddDays(1), 1, 1, Cancel);

        Assert.Equal([Wednesday.AddDays(1), Wednesday, Wednesday], page.Papers.Select(paper => paper.Published!.Value));
        Assert.Equal(3, page.Total);
        Assert.Equal((Wednesday, 3), (second.Papers.Single().Published, second.Total));
        Assert.Equal(page.Papers[1].Id, second.Papers[0].Id);
        Assert.Equal(page.Papers.Select(paper => paper.Id), await library.Reads.GetAppearedIdsAsync(Wednesday, Wednesday.AddDays(1), Cancel));
    }

    [Fact]
    public async Task Days_are_counted_in_order_and_those_without_papers_left_out()
    {
        await using var library = await OpenAsync();
        await ImportAsync(library, Wednesday.AddDays(2), Wednesday, Wednesday, Wednesday.AddDays(9));

        Assert.Equal(
            [new DayCount(Wednesday, 2), new DayCount(Wednesday.AddDays(2), 1)],
            await library.Reads.CountByDayAsync(Wednesday.AddDays(-30), Wednesday.AddDays(8), Cancel));
    }

    [Fact]
    public async Task The_days_around_a_range_are_the_nearest_with_papers()
    {
        await using var library = await OpenAsync();
        await ImportAsync(library, Wednesday.AddDays(-40), Wednesday.AddDays(-3), Wednesday, Wednesday.AddDays(5), Wednesday.AddDays(50));

        Assert.Equal((Wednesday.AddDays(-3), Wednesday.AddDays(5)), await library.Reads.FindDaysAroundAsync(Wednesday, Wednesday, Cancel));
        Assert.Equal((Wednesday.AddDays(-40), Wednesday.AddDays(50)), await library.Reads.FindDaysAroundAsync(Wednesday.AddDays(-3), Wednesday.AddDays(5), Cancel));
        Assert.Equal((Wednesday.AddDays(50), null), await library.Reads.FindDaysAroundAsync(Wednesday.AddDays(60), Wednesday.AddDays(70), Cancel));
    }

    [Fact]
    public async Task A_paper_of_which_only_the_year_is_known_appeared_on_no_day()
    {
        await using var library = await OpenAsync();
        await library.ImportAsync([PlainFormat.Record("a", "1", new RecordFields { Title = "Some Time in 2026", Year = 2026 })]);

        Assert.Equal((0, 0), await CountAsync(library, new DateOnly(2025, 12, 1), new DateOnly(2026, 12, 31)));
        Assert.Empty(await library.Reads.CountByDayAsync(new DateOnly(2025, 12, 1), new DateOnly(2026, 12, 31), Cancel));
        Assert.Equal((null, null), await library.Reads.FindDaysAroundAsync(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 1), Cancel));
        Assert.Equal((null, null), await library.Reads.FindDaysAroundAsync(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1), Cancel));
    }

    [Fact]
    public async Task A_venue_s_newest_come_first_whatever_their_status()
    {
        await using var library = await OpenAsync();
        RecordFields At(string title, DateOnly day, string status) => new() { Title = title, Venue = "ICLR", Year = day.Year, Published = day, Status = status };
        await library.ImportAsync(
        [
            PlainFormat.Record("a", "1", At("First", Wednesday.AddDays(-1), "Oral")),
            PlainFormat.Record("a", "2", At("Last", Wednesday.AddDays(1), "Reject")),
            PlainFormat.Record("a", "3", At("Middle", Wednesday, "Poster")),
            PlainFormat.Record("a", "4", At("Year Before", Wednesday.AddYears(-1), "Poster")),
        ]);

        var all = await library.Reads.GetNewestByVenueAsync("ICLR", null, 0, 10, Cancel);
        var one = await library.Reads.GetNewestByVenueAsync("ICLR", 2026, 1, 1, Cancel);

        Assert.Equal(["Last", "Middle", "First", "Year Before"], all.Papers.Select(paper => paper.Title));
        Assert.Equal(("Middle", 3), (one.Papers.Single().Title, one.Total));
    }

    [Fact]
    public async Task The_record_read_first_stays_first_whatever_is_merged_later()
    {
        await using var library = await OpenAsync();
        Identifier[] same = [new Identifier(IdentifierScheme.ArXiv, "1706.03762")];
        // Twenty sources: by chance alone, some record has a smaller id than the first, and the paper's id becomes that one's.
        SourceRecord[] records = [.. Enumerable.Range(0, 20).Select(i => PlainFormat.Record($"s{i}", "1", new RecordFields { Title = "Attention", Identifiers = same }))];
        foreach (var record in records)
        {
            await library.ImportAsync([record]);
        }

        var paper = await library.Reads.FindAsync(same[0], Cancel);
        var stamp = Assert.Single(await library.Reads.GetStampsAsync([paper!.Id], Cancel));

        Assert.NotEqual(records[0].Id.AsPaper, paper.Id);
        Assert.Equal((paper.Id, records[0].Id), (stamp.Paper, stamp.First));
    }

    [Fact]
    public async Task A_revision_and_a_new_reading_are_stamped()
    {
        await using var library = await OpenAsync();
        var fields = new RecordFields { Title = "Attention", Updated = Wednesday };
        var record = PlainFormat.Record("arxiv", "1", fields);
        await library.ImportAsync([record, PlainFormat.Record("arxiv", "2", new RecordFields { Title = "Nothing Known" })]);
        var before = await library.Reads.GetStampsAsync([record.Id.AsPaper, RecordId.Of("arxiv", "2").AsPaper], Cancel);

        await library.ImportAsync([PlainFormat.Record("arxiv", "1", fields with { Updated = Wednesday.AddDays(4) })]);
        var after = Assert.Single(await library.Reads.GetStampsAsync([record.Id.AsPaper], Cancel));

        Assert.Equal([Wednesday, null], before.Select(stamp => stamp.Revised));
        Assert.Equal(Wednesday.AddDays(4), after.Revised);
        Assert.True(after.Read >= before[0].Read);
        Assert.True(before[0].Read > DateTimeOffset.UnixEpoch);
    }

    private static async Task<(long Total, int Papers)> CountAsync(ILibraryUnderTest library, DateOnly first, DateOnly last)
    {
        var page = await library.Reads.GetAppearedAsync(first, last, 0, 10, Cancel);
        return (page.Total, page.Papers.Count);
    }

    private static async Task ImportAsync(ILibraryUnderTest library, params DateOnly[] days) =>
        await library.ImportAsync([.. days.Select((day, i) => PlainFormat.Record("a", $"{i}", new RecordFields { Title = $"Paper {i}", Published = day, Year = day.Year }))]);
}
