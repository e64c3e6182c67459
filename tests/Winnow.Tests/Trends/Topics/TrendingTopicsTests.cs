using Winnow.Trends.Topics;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class TrendingTopicsTests : IDisposable
{
    private readonly TopicFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Without_counts_there_are_no_topics()
    {
        Assert.Null(await _fixture.Topics.GetAsync(null, null, 10, TestContext.Current.CancellationToken));
        Assert.Null(await _fixture.Topics.FindAsync("anything", null, TestContext.Current.CancellationToken));
        Assert.Equal(0, _fixture.Topics.Position);
    }

    [Fact]
    public async Task A_name_that_appears_in_many_papers_of_a_month_is_its_topic_and_what_was_there_before_is_not()
    {
        await CountAsync(i => i % 5 == 0 ? "It follows Zorblat-R1 closely." : null);
        var topic = Assert.Single((await _fixture.PageAsync("2024-06")).Topics);
        Assert.Equal(("Zorblat-R1", 20, 100), (topic.Name, topic.Papers, topic.Of));
        Assert.True(topic.Named && topic.New && topic.Expected < 2 && topic.Score > 10);
        Assert.Equal([0, 0, 0, 0, 0, 20], topic.Curve.Select(point => point.Papers));
        Assert.Contains("20 of 100 papers of 2024-06 have it (20.0 %); hardly any before had it.", topic.Why, StringComparison.Ordinal);
        Assert.All(topic.Examples, id => Assert.Contains("Zorblat", _fixture.Library.Papers.Single(paper => paper.Id == id).Abstract, StringComparison.Ordinal));
        Assert.Empty((await _fixture.PageAsync("2024-05")).Topics);
    }

    [Fact]
    public async Task A_month_of_twice_as_many_papers_raises_nothing()
    {
        for (var month = 1; month <= 6; month++)
        {
            _fixture.Library.Put(TopicFixture.Month(2024, month, month == 6 ? 200 : 100));
        }

        await _fixture.CatchUpAsync();
        Assert.Empty((await _fixture.PageAsync("2024-06")).Topics);
    }

    [Fact]
    public async Task Parts_of_a_longer_topic_and_longer_forms_of_it_are_said_once()
    {
        await CountAsync(i => i % 5 == 0 ? "We use group relative zorblat optimization." : i % 11 == 0 ? "We use group relative zorblat optimization losses." : null);
        var topic = Assert.Single((await _fixture.PageAsync("2024-06")).Topics);
        Assert.Equal("group relative zorblat optimization", topic.Key);
    }

    [Fact]
    public async Task An_acronym_and_what_it_stands_for_are_one_topic()
    {
        await CountAsync(i => i % 5 == 0 ? "We use gated relative zorblat optimization (GRZO)." : i % 7 == 0 ? "Like GRZO it fails." : null);
        var topic = Assert.Single((await _fixture.PageAsync("2024-06")).Topics);
        Assert.Equal(("GRZO", "gated relative zorblat optimization"), (topic.Name, topic.Expansion));
    }

    [Fact]
    public async Task A_part_that_rises_by_itself_is_a_topic_of_its_own()
    {
        await CountAsync(i => i % 10 == 0 ? "See zorblat flow matching." : i % 10 < 7 ? "See flow matching." : null);
        Assert.Contains("flow matching", (await _fixture.PageAsync("2024-06")).Topics.Select(topic => topic.Key));
    }

    [Fact]
    public async Task A_category_has_topics_of_its_own()
    {
        for (var month = 1; month <= 6; month++)
        {
            _fixture.Library.Put(TopicFixture.Month(2024, month, 60, category: "cs.CL"));
            _fixture.Library.Put(TopicFixture.Month(2024, month + 6, 60, i => month == 6 && i % 4 == 0 ? "See zorblat nets." : null, "cs.CV"));
        }

        _fixture.Library.Put(TopicFixture.Month(2024, 11, 60, i => i % 3 == 0 ? "See quux nets." : null, "cs.CL").Select(paper => paper with { Published = new DateOnly(2024, 12, 5) }));
        await _fixture.CatchUpAsync();
        Assert.Equal(["zorblat net"], (await _fixture.PageAsync("2024-12", "cs.CV")).Topics.Select(topic => topic.Key));
        Assert.Equal(["quux net"], (await _fixture.PageAsync("2024-12", "CS.CL")).Topics.Select(topic => topic.Key));
        Assert.NotNull((await _fixture.PageAsync("2024-12", "q-bio")).Note);
    }

    [Fact]
    public async Task A_topic_is_found_by_any_spelling_and_an_unknown_one_is_not()
    {
        await CountAsync(i => i % 5 == 0 ? "It follows Zorblat-R1 closely." : null);
        foreach (var name in new[] { "zorblat r1", "Zorblat-R1", "ZORBLAT-R1s" })
        {
            Assert.Equal(20, (await _fixture.Topics.FindAsync(name, null, TestContext.Current.CancellationToken))!.Papers);
        }

        Assert.Null(await _fixture.Topics.FindAsync("never written", null, TestContext.Current.CancellationToken));
        Assert.Null(await _fixture.Topics.FindAsync("?!", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_month_that_has_only_begun_gives_way_to_the_one_before_until_it_is_named()
    {
        await CountAsync(null);
        _fixture.Library.Put(TopicFixture.Month(2024, 7, 10));
        await _fixture.CatchUpAsync();
        Assert.Equal("2024-06", (await _fixture.Topics.GetAsync(null, null, 10, TestContext.Current.CancellationToken))!.Window.ToString());
        Assert.Equal(10, (await _fixture.PageAsync("2024-07")).Papers);
        Assert.Null(await _fixture.Topics.GetAsync(TopicWindow.Of(TopicSpan.Month, new DateOnly(2030, 1, 1)), null, 10, TestContext.Current.CancellationToken));
    }

    private Task<long> CountAsync(Func<int, string?>? june)
    {
        for (var month = 1; month <= 6; month++)
        {
            _fixture.Library.Put(TopicFixture.Month(2024, month, 100, month == 6 ? june : null));
        }

        return _fixture.CatchUpAsync();
    }
}
