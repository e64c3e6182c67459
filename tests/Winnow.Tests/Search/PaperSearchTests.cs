using Winnow.Papers;
using Winnow.Search;
using Xunit;

namespace Winnow.Tests.Search;

public sealed class PaperSearchTests
{
    [Fact]
    public async Task An_empty_library_finds_nothing_and_is_no_error()
    {
        using var fixture = new SearchFixture();

        var response = await fixture.AskAsync("attention venue:ACL \"neural network\" -speech");

        Assert.Empty(response.Hits);
        Assert.Equal(0, response.Matches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("- -- \"\" :")]
    [InlineData("!!! ??? $$")]
    [InlineData("\uD83D\0\uFFFF")]
    [InlineData("-speech")]
    [InlineData("-year:2019 -venue:ACL -author:x -title:y -has:code")]
    [InlineData("author:\u0301 title:- venue:. category:$ source:/")]
    public async Task Whatever_is_typed_gets_an_answer(string typed)
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(20, seed: 1));

        var response = await fixture.AskAsync(new SearchRequest { Text = typed, WithFacets = true, WithExplanation = true, Typing = true, Limit = 100 });

        Assert.Equal(Enumerable.Range(1, response.Hits.Count), response.Hits.Select(hit => hit.Rank));
    }

    [Fact]
    public async Task A_page_beyond_all_reason_is_clamped()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(20, seed: 1));

        Assert.Empty((await fixture.AskAsync(new SearchRequest { Text = "neural", Offset = int.MaxValue, Limit = int.MaxValue })).Hits);
        Assert.Empty((await fixture.AskAsync(new SearchRequest { Text = "neural", Offset = int.MinValue, Limit = int.MinValue })).Hits);
    }

    [Fact]
    public async Task Without_words_the_newest_come_first()
    {
        using var fixture = await SearchFixture.IndexedAsync(
            SomePapers.Paper("Old") with { Year = 1998 }, SomePapers.Paper("New") with { Year = 2024, Published = new DateOnly(2024, 5, 1) },
            SomePapers.Paper("Undated"), SomePapers.Paper("Newish") with { Year = 2024 });

        Assert.Equal(["New", "Newish", "Old", "Undated"], await fixture.TitlesAsync(""));
        Assert.Equal(["New", "Newish"], await fixture.TitlesAsync("year:2020.."));
        Assert.Equal(["Old", "Undated"], await fixture.TitlesAsync("-year:2024"));
    }

    [Fact]
    public async Task A_title_typed_whole_comes_first()
    {
        var papers = SomePapers.Random(400, seed: 2);
        using var fixture = await SearchFixture.IndexedAsync(papers);

        foreach (var paper in papers.Where((_, i) => i % 4 == 0))
        {
            var typed = paper.Title.ToUpperInvariant() + "!";
            var best = (await fixture.AskAsync(typed)).Hits[0].Paper;

            Assert.Equal(paper.Title, best.Title);
        }
    }

    [Fact]
    public async Task A_title_that_reads_as_operators_still_comes_first()
    {
        const string title = "\"Why Should I Trust You?\" -Explaining year:abc of Any Classifier";
        using var fixture = await SearchFixture.IndexedAsync([SomePapers.Paper(title), .. SomePapers.Random(50, seed: 3)]);

        Assert.Equal(title, (await fixture.TitlesAsync(title))[0]);
    }

    [Fact]
    public async Task Pages_put_together_are_the_whole_ranking()
    {
        var papers = SomePapers.Random(200, seed: 4);
        using var fixture = await SearchFixture.IndexedAsync(papers);
        foreach (var text in new[] { papers[7].Title, "neural network for speech" })
        {
            var whole = await fixture.AskAsync(new SearchRequest { Text = text, Limit = 60 });
            var pages = new List<SearchHit>();
            for (var offset = 0; offset < 60; offset += 7)
            {
                pages.AddRange((await fixture.AskAsync(new SearchRequest { Text = text, Offset = offset, Limit = Math.Min(7, 60 - offset) })).Hits);
            }

            Assert.Equal(whole.Hits.Select(hit => (hit.Rank, hit.Paper.Id, hit.Score)), pages.Select(hit => (hit.Rank, hit.Paper.Id, hit.Score)));
        }
    }

    [Fact]
    public async Task An_explanation_adds_up_to_the_score()
    {
        var papers = SomePapers.Random(200, seed: 5);
        using var fixture = await SearchFixture.IndexedAsync(papers);
        foreach (var text in new[] { papers[3].Title, "neural speech \"deep learning\"", "attention title:transformer -image year:2016.." })
        {
            var response = await fixture.AskAsync(new SearchRequest { Text = text, Limit = 50, WithExplanation = true });

            Assert.NotEmpty(response.Hits);
            Assert.All(response.Hits, hit => Assert.Equal(hit.Score, hit.Why!.Value, 1e-3 * Math.Max(1, hit.Score)));
            Assert.All(response.Hits, hit => Assert.Equal(hit.Score, hit.Why!.Parts.Sum(part => part.Value), 1e-3 * Math.Max(1, hit.Score)));
            Assert.All(response.Hits, hit => Assert.NotEmpty(hit.Why!.Description));
        }
    }

    [Fact]
    public async Task An_arxiv_id_or_a_doi_or_a_pasted_url_goes_straight_to_its_paper()
    {
        var paper = SomePapers.Paper("Attention Is All You Need", "Sequence transduction.") with
        {
            Identifiers = [new Identifier(IdentifierScheme.ArXiv, "1706.03762"), new Identifier(IdentifierScheme.Doi, "10.1000/xyz")],
        };
        using var fixture = await SearchFixture.IndexedAsync([paper, .. SomePapers.Random(20, seed: 6)]);

        foreach (var pasted in new[] { "1706.03762", "arXiv:1706.03762v5", " https://arxiv.org/pdf/1706.03762 ", "10.1000/XYZ", "https://doi.org/10.1000/xyz" })
        {
            var response = await fixture.AskAsync(pasted);

            Assert.Equal(paper.Id, response.Direct);
            Assert.Equal(paper.Id, Assert.Single(response.Hits).Paper.Id);
        }
    }

    [Fact]
    public async Task An_identifier_of_no_paper_says_so_and_is_searched_as_words()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Paper("A reply to 1706.03762"));

        var response = await fixture.AskAsync("arXiv:1706.03762");

        Assert.Null(response.Direct);
        Assert.Contains("No paper here has the id arxiv:1706.03762", response.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_typing_the_last_word_stands_for_those_it_begins()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Paper("Speech recognition"), SomePapers.Paper("Graph retrieval"));

        Assert.Equal("Graph retrieval", Assert.Single((await fixture.AskAsync(new SearchRequest { Text = "retr", Typing = true })).Hits).Paper.Title);
    }

    [Fact]
    public async Task A_phrase_is_required_and_an_exclusion_keeps_out()
    {
        using var fixture = await SearchFixture.IndexedAsync(
            SomePapers.Paper("Neural networks for speech"), SomePapers.Paper("Speech from networks that are neural"), SomePapers.Paper("Neural networks for images"));

        Assert.Equal(["Neural networks for images", "Neural networks for speech"], (await fixture.TitlesAsync("\"neural network\"")).Order(StringComparer.Ordinal));
        Assert.Equal(["Neural networks for images"], await fixture.TitlesAsync("\"neural network\" -speech"));
        Assert.Equal(["Speech from networks that are neural"], await fixture.TitlesAsync("speech -\"neural network\""));
        Assert.Equal(["Neural networks for images"], await fixture.TitlesAsync("title:images"));
    }

    [Fact]
    public async Task An_author_is_found_by_family_name_or_by_whole_name_in_quotes()
    {
        using var fixture = await SearchFixture.IndexedAsync(
            SomePapers.Paper("One", null, 0, "Yann LeCun", "Léon Bottou"), SomePapers.Paper("Two", null, 0, "Yann Dauphin", "Pierre LeCun"));

        Assert.Equal(["One", "Two"], (await fixture.TitlesAsync("author:lecun")).Order(StringComparer.Ordinal));
        Assert.Equal(["One"], await fixture.TitlesAsync("author:\"yann lecun\""));
        Assert.Equal(["One"], await fixture.TitlesAsync("author:bottou"));
        Assert.Equal(["Two"], await fixture.TitlesAsync("author:lecun -author:\"Leon Bottou\""));
    }

    [Fact]
    public async Task A_venue_or_category_is_found_in_any_case_and_by_its_beginning()
    {
        using var fixture = await SearchFixture.IndexedAsync(
            SomePapers.Paper("One") with { Venue = "NeurIPS", Categories = ["cs.CL"] }, SomePapers.Paper("Two") with { Venue = "LREC,COLING", Categories = ["cs.CV"] },
            SomePapers.Paper("Three") with { Categories = ["stat.ML"] });

        Assert.Equal(["One"], await fixture.TitlesAsync("venue:neurips"));
        Assert.Equal(["Two"], await fixture.TitlesAsync("venue:coling"));
        Assert.Equal(["One", "Two"], (await fixture.TitlesAsync("category:cs")).Order(StringComparer.Ordinal));
        Assert.Equal(["One", "Two"], (await fixture.TitlesAsync("venue:neurips venue:lrec")).Order(StringComparer.Ordinal));
        var none = await fixture.AskAsync("venue:atlantis");
        Assert.Empty(none.Hits);
        Assert.Contains("No paper here has the venue 'atlantis'.", none.Notes);
    }

    [Fact]
    public async Task Similar_papers_share_telling_words_and_leave_the_paper_itself_out()
    {
        var one = SomePapers.Paper("Diffusion models for speech synthesis", "Denoising diffusion synthesises speech waveforms from spectrograms.");
        var two = SomePapers.Paper("Speech synthesis by denoising diffusion", "We synthesise waveforms with a denoising diffusion process.");
        using var fixture = await SearchFixture.IndexedAsync([one, two, .. SomePapers.Random(100, seed: 7)]);

        var similar = await fixture.Search.FindSimilarAsync(one.Id, 5, TestContext.Current.CancellationToken);

        Assert.Equal(two.Id, similar[0].Paper.Id);
        Assert.DoesNotContain(similar, hit => hit.Paper.Id == one.Id);
        Assert.Empty(await fixture.Search.FindSimilarAsync(new PaperId(1), 5, TestContext.Current.CancellationToken));
    }
}
