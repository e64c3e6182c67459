using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Properties;
using Winnow.Readers.Collections;
using Winnow.Storage.Tests.Library;
using Xunit;

namespace Winnow.Storage.Tests.Collections;

/// <summary>What every store of collections promises. A store runs all of it by deriving from this class.</summary>
public abstract class CollectionConformance
{
    private const int Histories = 25;

    private static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty library.</summary>
    protected abstract Task<ICollectionsUnderTest> OpenAsync(TimeProvider clock);

    [Fact]
    public async Task An_empty_store_answers_everything_with_nothing()
    {
        await using var library = await OpenAsync(_clock);

        Assert.Empty(await library.Collections.GetAllAsync(Cancel));
        Assert.Null(await library.Collections.FindAsync("reading", Cancel));
        Assert.False(await library.Collections.DeleteAsync(1, Cancel));
        Assert.False(await library.Collections.DescribeAsync(1, "x", "", Cancel));
        Assert.Equal(0, (await library.Collections.GetPapersAsync(1, 0, 10, Cancel)).Total);
        Assert.Empty(await library.Collections.GetKeepingAsync([new PaperId(1)], Cancel));
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept_and_changes_nothing()
    {
        await using var library = await OpenAsync(_clock);
        var paper = await OneAsync(library, "1");
        var reading = await MakeAsync(library, "Reading");
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await library.Collections.KeepAsync(reading.Id, new PaperId(1), Noon, "", Cancel));
        Assert.False(await library.Collections.KeepAsync(reading.Id + 1, paper, Noon, "", Cancel));
        Assert.Null(await library.Collections.RemoveAsync(reading.Id, paper, Cancel));
        Assert.Null(await library.Collections.RemoveAsync(reading.Id, new PaperId(1), Cancel));
        Assert.False(await library.Collections.AnnotateAsync(reading.Id, paper, "note", Cancel));

        Assert.Equal(reading, await library.Collections.FindAsync("reading", Cancel));
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_its_case_and_a_slug_once_with_a_number_behind_it()
    {
        await using var library = await OpenAsync(_clock);
        var first = await MakeAsync(library, "Reading");

        Assert.Null(await library.Collections.AddAsync("other", "READING", "", Cancel));
        var second = await library.Collections.AddAsync("reading", "Reading!", "", Cancel);
        var third = await library.Collections.AddAsync("reading", "Reading?", "", Cancel);
        Assert.Equal(("reading", "reading-2", "reading-3"), (first.Slug, second!.Slug, third!.Slug));
        Assert.Equal(["Reading", "Reading!", "Reading?"], (await library.Collections.GetAllAsync(Cancel)).Select(one => one.Name));

        Assert.True(await library.Collections.DeleteAsync(first.Id, Cancel));
        Assert.NotEqual(first.Id, (await MakeAsync(library, "Reading")).Id);
    }

    [Fact]
    public async Task A_new_name_keeps_the_slug_and_may_not_be_another_one_s()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        await MakeAsync(library, "Other");
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await library.Collections.DescribeAsync(reading.Id, "other", "", Cancel));
        Assert.Equal(reading, await library.Collections.FindAsync("reading", Cancel));
        Assert.True(await library.Collections.DescribeAsync(reading.Id, "Spring", "For the group", Cancel));

        Assert.Equal(
            reading with { Name = "Spring", Description = "For the group", Changed = Noon.AddHours(1) }, await library.Collections.FindAsync("reading", Cancel));
        Assert.Equal("spring", (await library.Collections.AddAsync("spring", "Reading", "", Cancel))!.Slug);
    }

    [Fact]
    public async Task Papers_come_newest_added_first_page_by_page_with_their_notes()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        var papers = new List<PaperId>();
        for (var i = 1; i <= 5; i++)
        {
            papers.Add(await OneAsync(library, $"{i}"));
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(await library.Collections.KeepAsync(reading.Id, papers[^1], Noon.AddDays(i), $"note {i}", Cancel));
        }

        Assert.False(await library.Collections.KeepAsync(reading.Id, papers[0], Noon.AddYears(1), "again", Cancel));
        var pages = new[] { await PageAsync(0), await PageAsync(2), await PageAsync(4), await PageAsync(6) };

        Assert.All(pages, page => Assert.Equal(5, page.Total));
        Assert.Equal([5, 4, 3, 2, 1], pages.SelectMany(page => page.Papers).Select(kept => (kept.Added - Noon).Days));
        Assert.Equal(papers.AsEnumerable().Reverse(), pages.SelectMany(page => page.Papers).Select(kept => kept.Paper.Id));
        Assert.Equal("note 5", pages[0].Papers[0].Note);
        var now = await library.Collections.FindAsync("reading", Cancel);
        Assert.Equal((5, Noon.AddMinutes(5)), (now!.Papers, now.Changed));

        Task<KeptPage> PageAsync(int offset) => library.Collections.GetPapersAsync(reading.Id, offset, 2, Cancel);
    }

    [Fact]
    public async Task A_paper_taken_out_is_told_as_it_was_and_can_be_put_back_so()
    {
        await using var library = await OpenAsync(_clock);
        var (reading, other) = (await MakeAsync(library, "Reading"), await MakeAsync(library, "Other"));
        var paper = await OneAsync(library, "1");
        await library.Collections.KeepAsync(reading.Id, paper, Noon, "first read this", Cancel);
        await library.Collections.KeepAsync(other.Id, paper, Noon, "other note", Cancel);

        var taken = await library.Collections.RemoveAsync(reading.Id, paper, Cancel);
        Assert.Equal((paper, Noon, "first read this"), (taken!.Paper.Id, taken.Added, taken.Note));
        Assert.Null(await library.Collections.RemoveAsync(reading.Id, paper, Cancel));
        Assert.Equal(new Keeping(paper, "other", "Other", "other note"), Assert.Single(await library.Collections.GetKeepingAsync([paper], Cancel)));

        Assert.True(await library.Collections.KeepAsync(reading.Id, paper, taken.Added, taken.Note, Cancel));
        Assert.Equal(["Other", "Reading"], (await library.Collections.GetKeepingAsync([paper], Cancel)).Select(kept => kept.Name));
    }

    [Fact]
    public async Task Deleting_a_collection_deletes_no_paper_and_no_other_collection()
    {
        await using var library = await OpenAsync(_clock);
        var (reading, other) = (await MakeAsync(library, "Reading"), await MakeAsync(library, "Other"));
        var paper = await OneAsync(library, "1");
        await library.Collections.KeepAsync(reading.Id, paper, Noon, "a note", Cancel);
        await library.Collections.KeepAsync(other.Id, paper, Noon, "other note", Cancel);

        Assert.True(await library.Collections.DeleteAsync(reading.Id, Cancel));

        Assert.NotNull(await library.Reads.FindAsync(paper, Cancel));
        Assert.Equal("other note", Assert.Single((await library.Collections.GetPapersAsync(other.Id, 0, 10, Cancel)).Papers).Note);
        Assert.Equal(0, (await library.Collections.GetPapersAsync((await MakeAsync(library, "Reading")).Id, 0, 10, Cancel)).Total);
    }

    [Fact]
    public async Task Papers_that_become_one_are_kept_once_and_those_that_fall_apart_as_before()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        var (one, other) = (await OneAsync(library, "1"), await OneAsync(library, "2"));
        await library.Collections.KeepAsync(reading.Id, one, Noon.AddHours(1), "later", Cancel);
        await library.Collections.KeepAsync(reading.Id, other, Noon, "earlier", Cancel);

        await library.ImportAsync([PlainFormat.Record("c", "3", new RecordFields { Title = "Bridge", Identifiers = [Id("1"), Id("2")] })]);
        var merged = Assert.Single((await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers);
        Assert.Equal((Noon, "earlier\n\nlater"), (merged.Added, merged.Note));
        Assert.Equal(1, (await library.Collections.FindAsync("reading", Cancel))!.Papers);
        Assert.False(await library.Collections.KeepAsync(reading.Id, one, Noon, "", Cancel));

        await library.Writes.RemoveAsync("c", "3", Cancel);
        var apart = (await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers;
        Assert.Equal([(one, "later"), (other, "earlier")], apart.Select(kept => (kept.Paper.Id, kept.Note)));
    }

    [Fact]
    public async Task What_is_taken_out_while_papers_are_one_is_out_when_they_fall_apart()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        var (one, other) = (await OneAsync(library, "1"), await OneAsync(library, "2"));
        await library.Collections.KeepAsync(reading.Id, one, Noon, "one", Cancel);
        await library.Collections.KeepAsync(reading.Id, other, Noon, "other", Cancel);
        await library.ImportAsync([PlainFormat.Record("c", "3", new RecordFields { Title = "Bridge", Identifiers = [Id("1"), Id("2")] })]);

        Assert.True(await library.Collections.AnnotateAsync(reading.Id, other, "both", Cancel));
        Assert.Equal("both", Assert.Single((await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers).Note);
        Assert.Equal("both", (await library.Collections.RemoveAsync(reading.Id, one, Cancel))!.Note);
        await library.Writes.RemoveAsync("c", "3", Cancel);

        Assert.Equal(0, (await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Total);
    }

    [Fact]
    public async Task A_place_outlives_the_record_it_was_given_to()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        await library.ImportAsync([PlainFormat.Record("a", "1", Fields("1")), PlainFormat.Record("b", "1", Fields("1"))]);
        var paper = (await library.Reads.FindAsync(RecordId.Of("a", "1").AsPaper, Cancel))!;
        await library.Collections.KeepAsync(reading.Id, paper.Id, Noon, "a note", Cancel);
        var first = paper.Records.Single(record => record.Id.AsPaper == paper.Id);

        await library.Writes.RemoveAsync(first.Source, first.Key, Cancel);

        var kept = Assert.Single((await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers);
        Assert.Equal((Noon, "a note"), (kept.Added, kept.Note));
        Assert.NotEqual(paper.Id, kept.Paper.Id);
    }

    [Fact]
    public async Task Two_places_that_meet_in_one_record_keep_the_earlier_time_and_both_notes()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        var (one, other) = (await OneAsync(library, "1"), await OneAsync(library, "2"));
        await library.Collections.KeepAsync(reading.Id, one, Noon, "one", Cancel);
        await library.Collections.KeepAsync(reading.Id, other, Noon.AddHours(1), "other", Cancel);
        await library.ImportAsync([PlainFormat.Record("c", "3", new RecordFields { Title = "Bridge", Identifiers = [Id("1"), Id("2")] })]);

        await library.Writes.RemoveAsync("a", "1", Cancel);
        await library.Writes.RemoveAsync("a", "2", Cancel);

        var kept = Assert.Single((await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers);
        Assert.Equal((RecordId.Of("c", "3").AsPaper, Noon), (kept.Paper.Id, kept.Added));
        Assert.Equal(["one", "other"], kept.Note.Split("\n\n").Order());
    }

    [Fact]
    public async Task A_paper_that_the_library_has_lost_is_back_in_its_place_when_it_comes_back()
    {
        await using var library = await OpenAsync(_clock);
        var reading = await MakeAsync(library, "Reading");
        var paper = await OneAsync(library, "1");
        await library.Collections.KeepAsync(reading.Id, paper, Noon, "a note", Cancel);

        await library.Writes.RemoveSourceAsync("a", Cancel);
        Assert.Equal(0, (await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Total);
        Assert.Equal(0, Assert.Single(await library.Collections.GetAllAsync(Cancel)).Papers);
        await OneAsync(library, "1");

        Assert.Equal("a note", Assert.Single((await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel)).Papers).Note);
    }

    [Fact]
    public Task However_papers_merge_and_fall_apart_a_kept_one_is_kept() =>
        Gen.Select(Gen.Bool.Array[4], Gen.Select(Gen.Int[0, 2], Gen.Bool).Array[1, 8]).ForAllAsync(
            async history =>
            {
                var (kept, steps) = history;
                await using var library = await OpenAsync(_clock);
                var reading = await MakeAsync(library, "Reading");
                for (var i = 0; i < kept.Length; i++)
                {
                    var paper = await OneAsync(library, $"{i}");
                    Assert.Equal(kept[i], kept[i] && await library.Collections.KeepAsync(reading.Id, paper, Noon.AddHours(i), $"note {i}", Cancel));
                }

                // A bridge joins a paper with the next one, and its removal parts them.
                foreach (var (bridge, joins) in steps)
                {
                    if (joins)
                    {
                        await library.ImportAsync([PlainFormat.Record("c", $"{bridge}", new RecordFields { Title = $"Bridge {bridge}", Identifiers = [Id($"{bridge}"), Id($"{bridge + 1}")] })]);
                    }
                    else
                    {
                        await library.Writes.RemoveAsync("c", $"{bridge}", Cancel);
                    }
                }

                var page = await library.Collections.GetPapersAsync(reading.Id, 0, 10, Cancel);
                Assert.Equal(
                    Enumerable.Range(0, kept.Length).Where(i => kept[i]).Select(i => $"note {i}"),
                    page.Papers.SelectMany(paper => paper.Note.Split("\n\n")).Order());
                Assert.Equal(page.Papers.Count, page.Papers.Select(paper => paper.Paper.Id).Distinct().Count());
            },
            iter: Histories);

    private static async Task<Collection> MakeAsync(ICollectionsUnderTest library, string name) =>
        (await library.Collections.AddAsync(name.ToLowerInvariant(), name, "", Cancel))!;

    private static async Task<PaperId> OneAsync(ICollectionsUnderTest library, string key)
    {
        await library.ImportAsync([PlainFormat.Record("a", key, Fields(key))]);
        return RecordId.Of("a", key).AsPaper;
    }

    private static Identifier Id(string number) => new(IdentifierScheme.ArXiv, $"2001.0000{number}");

    private static RecordFields Fields(string number) => new() { Title = $"Title {number}", Identifiers = [Id(number)] };
}
