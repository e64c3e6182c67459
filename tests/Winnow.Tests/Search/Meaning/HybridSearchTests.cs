using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Meaning;
using Xunit;

namespace Winnow.Tests.Search.Meaning;

public sealed class HybridSearchTests : IDisposable
{
    private readonly SynonymGenerator _generator = new("small/1");
    private SearchFixture? _fixture;
    private PaperMeaning? _meaning;

    public void Dispose()
    {
        _meaning?.Dispose();
        _fixture?.Dispose();
        _generator.Dispose();
    }

    [Fact]
    public async Task A_paper_that_says_it_in_another_word_is_found()
    {
        var search = await SearchOverAsync(
            SomePapers.Paper("Erasure concealment in speech codecs", "Concealment of erasure."),
            SomePapers.Paper("Packet routing", "Routing of packet streams."));
        var response = await AskAsync(search, "packet loss");
        Assert.Contains(response.Hits, hit => hit.Paper.Title.StartsWith("Erasure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_a_model_knows_is_no_typing_error_though_no_paper_has_it()
    {
        var search = await SearchOverAsync(SomePapers.Paper("Packet summery", "A summery packet."));
        Assert.Null((await AskAsync(search, "packet summary")).Corrected);
        Assert.Equal("packet summery", (await AskAsync(search, "packet sumnery")).Corrected?.Text);
    }

    [Fact]
    public async Task A_word_that_no_paper_has_is_answered_by_meaning_where_a_model_knows_it()
    {
        var search = await SearchOverAsync(
            SomePapers.Paper("Loss", "Loss."),
            SomePapers.Paper("Convex surfaces", "Geometry of surfaces."));
        var response = await AskAsync(search, "concealment");
        Assert.Equal("Loss", response.Hits[0].Paper.Title);
        Assert.Equal((0, 1), (response.Matches, response.Near));
        Assert.Empty((await AskAsync(search, "qwertzuiop")).Hits);
        Assert.Empty((await AskAsync(search, "\"concealment\"")).Hits);
        Assert.Empty((await AskAsync(search, "concealment year:1950")).Hits);
    }

    [Fact]
    public async Task What_is_near_in_meaning_alone_is_counted_apart_and_what_is_far_not_at_all()
    {
        var search = await SearchOverAsync(
            SomePapers.Paper("Packet loss", "Loss of a packet."),
            SomePapers.Paper("Erasure concealment", "Concealment of erasure."),
            SomePapers.Paper("Loss concealment", "Concealment."),
            SomePapers.Paper("Convex surfaces", "Geometry of surfaces."));
        var response = await AskAsync(search, "packet loss");
        Assert.Equal((1, 2), (response.Matches, response.Near));
    }

    [Fact]
    public async Task A_title_typed_whole_comes_first_whatever_is_nearer_in_meaning()
    {
        var papers = SomePapers.Random(200, seed: 7).DistinctBy(p => p.Title).ToList();
        var search = await SearchOverAsync(papers);
        foreach (var paper in papers.Take(40))
        {
            var response = await AskAsync(search, paper.Title);
            Assert.Equal(paper.Title, response.Hits[0].Paper.Title);
        }
    }

    [Fact]
    public async Task Quoted_words_filters_and_exclusions_hold_for_what_meaning_finds()
    {
        var papers = SomePapers.Random(300, seed: 8);
        var search = await SearchOverAsync(papers);
        var response = await AskAsync(search, "\"speech\" recognition -robot year:2018..2020");
        Assert.NotEmpty(response.Hits);
        Assert.All(response.Hits, hit =>
        {
            var text = $"{hit.Paper.Title} {hit.Paper.Abstract}";
            Assert.Contains("speech", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("robot", text, StringComparison.OrdinalIgnoreCase);
            Assert.InRange(hit.Paper.Year!.Value, 2018, 2020);
        });
    }

    [Fact]
    public async Task A_pasted_text_demands_nothing_of_what_it_quotes()
    {
        const string Text = "We ask whether a network that has learned from images can learn from speech as well, and call this \"the open question\" of transfer. "
            + "Experiments with attention and with convex models on five corpora say that it can.";
        var papers = SomePapers.Random(100, seed: 14);
        var search = await SearchOverAsync(papers);
        var response = await AskAsync(search, Text);
        Assert.NotEmpty(response.Hits);
        Assert.Contains(response.Notes, note => note.Contains("quotes", StringComparison.Ordinal));
        Assert.Empty((await AskAsync(search, "network \"the open question\" of transfer")).Hits);
    }

    [Fact]
    public async Task Every_hit_says_what_words_and_meaning_added()
    {
        var search = await SearchOverAsync(SomePapers.Random(100, seed: 9));
        var response = await search.SearchAsync(
            new SearchRequest { Text = "robust speech embedding", Limit = 50, WithExplanation = true }, TestContext.Current.CancellationToken);
        Assert.All(response.Hits, hit =>
        {
            Assert.Equal(hit.Score, hit.Why!.Parts.Sum(part => part.Value), 1e-4);
            Assert.Contains(hit.Why.Parts, part => part.Description.Contains("small/1", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_second_model_ranks_with_the_first_as_soon_as_it_knows_nearly_all_papers()
    {
        var papers = SomePapers.Random(100, seed: 12);
        _fixture = await SearchFixture.IndexedAsync(papers);
        using var large = new SynonymGenerator("large/1", dimensions: 96);
        _meaning = new PaperMeaning(
            _fixture.Library, Path.Combine(_fixture.Folder, "vectors"), [new EmbeddingModel(large), new EmbeddingModel(_generator)], TimeProvider.System);
        await new PaperEmbedder(_fixture.Library, _meaning.All[1], TimeProvider.System).CatchUpAsync(null, TestContext.Current.CancellationToken);
        var search = new PaperSearch(_fixture.Library, _fixture.Index, TimeProvider.System, _meaning);
        Assert.Equal(["small/1"], await ModelsAsync());
        await _meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(["large/1", "small/1"], await ModelsAsync());
        _fixture.Library.Put(SomePapers.Random(3, seed: 13));
        await _fixture.CatchUpAsync();
        await new PaperEmbedder(_fixture.Library, _meaning.All[1], TimeProvider.System).CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(["large/1", "small/1"], (await ModelsAsync()).Order(StringComparer.Ordinal));

        async Task<string[]> ModelsAsync()
        {
            var response = await search.SearchAsync(
                new SearchRequest { Text = "robust speech embedding", Limit = 200, WithExplanation = true }, TestContext.Current.CancellationToken);
            Assert.All(response.Hits, hit => Assert.Equal(hit.Score, hit.Why!.Parts.Sum(part => part.Value), 1e-4));
            return [.. new[] { "large/1", "small/1" }.Where(model => response.Hits.All(hit => hit.Why!.Parts.Any(part => part.Description.Contains(model, StringComparison.Ordinal))))];
        }
    }

    [Fact]
    public async Task A_model_that_knows_only_a_part_of_the_papers_does_not_push_the_others_down()
    {
        var papers = SomePapers.Random(200, seed: 21);
        var search = await SearchOverAsync(papers.Take(100));
        _fixture!.Library.Put(papers.Skip(100));
        await _fixture.CatchUpAsync();
        var words = new PaperSearch(_fixture.Library, _fixture.Index, TimeProvider.System);
        Assert.Equal(await OrderAsync(words), await OrderAsync(search));
        await _meaning!.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.NotEqual(await OrderAsync(words), await OrderAsync(search));

        async Task<List<PaperId>> OrderAsync(PaperSearch asked) => [.. (await AskAsync(asked, "robust speech embedding")).Hits.Select(hit => hit.Paper.Id)];
    }

    [Fact]
    public async Task What_a_lost_model_left_is_searched_by_translation_until_another_knows_the_papers()
    {
        var papers = SomePapers.Random(1300, seed: 22).ToList();
        await SearchOverAsync(papers);
        var left = _meaning!.Chosen.Folder;
        _meaning.Dispose();
        using var other = new SynonymGenerator("new/1", dimensions: 96);
        _meaning = new PaperMeaning(_fixture!.Library, Path.Combine(_fixture.Folder, "vectors"), [new EmbeddingModel(other)], TimeProvider.System);
        var lost = new LostModel(_meaning, _meaning.Fastest, left, TimeProvider.System);
        var part = new InMemoryLibrary();
        part.Put(papers.Take(1100));
        await new PaperEmbedder(part, _meaning.Chosen, TimeProvider.System).CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Empty(_meaning.Ranking(papers.Count));
        Assert.Equal("small/1", await lost.FollowAsync(papers.Count, Fit, TestContext.Current.CancellationToken));

        var search = new PaperSearch(_fixture.Library, _fixture.Index, TimeProvider.System, _meaning);
        var response = await search.SearchAsync(new SearchRequest { Text = "packet loss", Limit = 50, WithExplanation = true }, TestContext.Current.CancellationToken);
        Assert.All(response.Hits, hit => Assert.Contains(
            hit.Why!.Parts, part => part.Description.Contains("through translated vectors of small/1, which answers no more: the question is new/1's", StringComparison.Ordinal)));
        await _meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(["new/1"], _meaning.Ranking(papers.Count).Select(vectors => vectors.Model.Name));
        Assert.Null(await lost.FollowAsync(papers.Count, Fit, TestContext.Current.CancellationToken));

        SynonymGenerator Fit(IReadOnlyList<ReadOnlyMemory<float>> source, IReadOnlyList<ReadOnlyMemory<float>> target)
        {
            Assert.InRange(source.Count, LostModel.EnoughAnchors, papers.Count);
            Assert.Equal((96, source.Count), (source[0].Length, target.Count));
            return _generator;
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_repeating_or_losing_a_paper()
    {
        var search = await SearchOverAsync(SomePapers.Random(500, seed: 10));
        var whole = await Page(0, 400);
        var pieces = new List<PaperId>();
        for (var offset = 0; offset < 400; offset += 50)
        {
            pieces.AddRange(await Page(offset, 50));
        }

        Assert.Equal(whole, pieces);
        Assert.Equal(whole.Count, whole.Distinct().Count());

        async Task<List<PaperId>> Page(int offset, int limit) => [.. (await search.SearchAsync(
            new SearchRequest { Text = "neural attention", Offset = offset, Limit = limit }, TestContext.Current.CancellationToken)).Hits.Select(hit => hit.Paper.Id)];
    }

    [Fact]
    public async Task A_similar_paper_is_found_by_what_it_means_and_never_is_the_paper_itself()
    {
        var asked = SomePapers.Paper("Loss in speech", "Loss of packets.");
        var search = await SearchOverAsync([asked, SomePapers.Paper("Concealment", "Erasure concealment."), .. SomePapers.Random(50, seed: 11)]);
        var similar = await search.FindSimilarAsync(asked.Id, 5, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(similar, hit => hit.Paper.Id == asked.Id);
        Assert.Contains(similar, hit => hit.Paper.Title == "Concealment");
    }

    private async Task<PaperSearch> SearchOverAsync(params IEnumerable<Paper> papers)
    {
        _fixture = await SearchFixture.IndexedAsync(papers);
        _meaning = new PaperMeaning(_fixture.Library, Path.Combine(_fixture.Folder, "vectors"), [new EmbeddingModel(_generator)], TimeProvider.System);
        await _meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);
        return new PaperSearch(_fixture.Library, _fixture.Index, TimeProvider.System, _meaning);
    }

    private static Task<SearchResponse> AskAsync(PaperSearch search, string text) =>
        search.SearchAsync(new SearchRequest { Text = text, Limit = 100 }, TestContext.Current.CancellationToken);
}
