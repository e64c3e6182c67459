using Winnow.Papers;
using Winnow.Tests.Search;
using Winnow.Trends.Topics.Files;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class TopicFollowerTests : IDisposable
{
    private readonly TopicFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Counting_again_counts_nothing_twice()
    {
        await PlantAsync();
        var before = await _fixture.NamesAsync("2024-06");
        Assert.Equal(["Zorblat-R1 20"], before);
        Assert.Equal(0, await _fixture.CatchUpAsync());
        // Touched, but the same: other records were merged into it.
        _fixture.Library.Put(_fixture.Library.Papers.Select(paper => paper with { Comment = "twelve pages" }).ToList());
        await _fixture.CatchUpAsync();
        Assert.Equal(before, await _fixture.NamesAsync("2024-06"));
        Assert.Equal(100, (await _fixture.PageAsync("2024-06")).Papers);
    }

    [Fact]
    public async Task In_whatever_pieces_and_order_papers_come_the_topics_are_the_same()
    {
        await PlantAsync();
        var atOnce = (await _fixture.PageAsync("2024-06")).Topics.Select(topic => (topic.Name, topic.Papers, topic.Expected, topic.Why)).ToList();
        using var grown = new TopicFixture();
        var papers = _fixture.Library.Papers.ToArray();
        new Random(3).Shuffle(papers);
        foreach (var chunk in papers.Chunk(97))
        {
            grown.Library.Put(chunk);
            await grown.CatchUpAsync();
        }

        Assert.Equal(atOnce, (await grown.PageAsync("2024-06")).Topics.Select(topic => (topic.Name, topic.Papers, topic.Expected, topic.Why)));
    }

    [Fact]
    public async Task A_corrected_date_moves_a_paper()
    {
        await PlantAsync();
        var moved = _fixture.Library.Papers.Where(paper => paper.Abstract!.Contains("Zorblat", StringComparison.Ordinal)).Take(15).ToList();
        _fixture.Library.Put(moved.Select(paper => paper with { Published = new DateOnly(2024, 5, 3) }));
        await _fixture.CatchUpAsync();
        Assert.Equal(85, (await _fixture.PageAsync("2024-06")).Papers);
        Assert.Equal(["Zorblat-R1 15"], await _fixture.NamesAsync("2024-05"));
    }

    [Fact]
    public async Task When_too_many_texts_have_changed_everything_is_counted_again()
    {
        await PlantAsync();
        _fixture.Library.Put(_fixture.Library.Papers.Select(paper => paper with { Abstract = paper.Abstract!.Replace("Zorblat-R1", "Quux-7", StringComparison.Ordinal) + " Indeed." }).ToList());
        await _fixture.CatchUpAsync();
        Assert.Equal(["Quux-7 20"], await _fixture.NamesAsync("2024-06"));
    }

    [Fact]
    public async Task Papers_that_are_gone_or_withdrawn_are_not_counted_again_after_a_recount()
    {
        await PlantAsync();
        foreach (var paper in _fixture.Library.Papers.Where(paper => paper.Published!.Value.Month < 6).Take(400).ToList())
        {
            _fixture.Library.Remove(paper.Id);
        }

        _fixture.Library.Put(_fixture.Library.Papers.Where(paper => paper.Published!.Value.Month == 6).Take(10).Select(paper => paper with { Withdrawn = true }).ToList());
        await _fixture.CatchUpAsync();
        Assert.Equal(90, (await _fixture.PageAsync("2024-06")).Papers);
    }

    [Fact]
    public async Task A_count_that_was_stopped_on_the_way_goes_on_from_its_last_commit()
    {
        Plant();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.CatchUpAsync(stop.Token));
        File.WriteAllText(Path.Combine(_fixture.Folder, "2024-06.77"), "half of a bucket");
        File.WriteAllText(Path.Combine(_fixture.Folder, "2024-06.77.new"), "half");
        await _fixture.CatchUpAsync();
        Assert.Equal(["Zorblat-R1 20"], await _fixture.NamesAsync("2024-06"));
        Assert.False(File.Exists(Path.Combine(_fixture.Folder, "2024-06.77.new")));
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("ledger")]
    [InlineData("acronyms")]
    [InlineData("2024-06")]
    public async Task A_damaged_file_is_counted_again_from_the_library(string name)
    {
        await PlantAsync();
        var file = Directory.EnumerateFiles(_fixture.Folder).First(path => Path.GetFileName(path).Split('.')[0] == name);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        _fixture.Library.Put(TopicFixture.Month(2024, 6, 1).Select(paper => paper with { Id = new PaperId(99) }));
        await _fixture.CatchUpAsync();
        Assert.Equal(["Zorblat-R1 20"], await _fixture.NamesAsync("2024-06"));
        Assert.Equal(101, (await _fixture.PageAsync("2024-06")).Papers);
    }

    [Fact]
    public async Task One_process_counts_and_another_does_not_wait()
    {
        Plant();
        using (TopicWriter.TryOpen(_fixture.Folder, DateOnly.MaxValue, anew: false))
        {
            Assert.Equal(0, await _fixture.CatchUpAsync());
        }

        Assert.Equal(600, await _fixture.CatchUpAsync());
    }

    [Fact]
    public async Task A_library_that_was_put_back_is_counted_anew()
    {
        await PlantAsync();
        using var older = new TopicFixture();
        older.Library.Put(TopicFixture.Month(2024, 6, 50));
        var follower = new Winnow.Trends.Topics.TopicFollower(older.Library, _fixture.Folder, TimeProvider.System);
        await follower.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(50, (await _fixture.PageAsync("2024-06")).Papers);
    }

    [Fact]
    public async Task Papers_of_a_known_month_or_year_alone_are_counted_in_it()
    {
        _fixture.Library.Put(
            SomePapers.Paper("Of a month", "It is of a month.") with { Identifiers = [new Identifier(IdentifierScheme.ArXiv, "2402.00001")], Year = 2024 },
            SomePapers.Paper("Of a year", "It is of a year.") with { Year = 2024 },
            SomePapers.Paper("Of no time", "It is of no time."),
            SomePapers.Paper("Of the future", "It is of the future.") with { Published = new DateOnly(2999, 1, 1) });
        await _fixture.CatchUpAsync();
        Assert.Equal(1, (await _fixture.PageAsync("2024-02")).Papers);
        Assert.Equal(2, TopicSnapshot.Open(_fixture.Folder)!.Bucket(new(Winnow.Trends.Topics.TopicSpan.Year, new DateOnly(2024, 1, 1))).Papers);
    }

    private void Plant()
    {
        for (var month = 1; month <= 6; month++)
        {
            _fixture.Library.Put(TopicFixture.Month(2024, month, 100, i => month == 6 && i % 5 == 0 ? "It follows Zorblat-R1 closely." : null));
        }
    }

    private Task<long> PlantAsync()
    {
        Plant();
        return _fixture.CatchUpAsync();
    }
}
