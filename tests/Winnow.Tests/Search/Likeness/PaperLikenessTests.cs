using Winnow.Papers;
using Winnow.Search.Likeness;
using Winnow.Search.Meaning;
using Winnow.Tests.Search.Meaning;
using Xunit;

namespace Winnow.Tests.Search.Likeness;

public sealed class PaperLikenessTests : IDisposable
{
    private static readonly Paper SpeechByGraphs = Paper("Recordings fade.", "We propose graph kernels and lattice walks.", "It outperforms silence by two decibels.", 1);
    private static readonly Paper RiversByGraphs = Paper("Rivers meander across maps.", "We propose graph kernels and lattice walks.", "We find that deltas move north.", 2);
    private static readonly Paper SpeechByTrees = Paper("Recordings fade.", "We introduce gated trees.", "We find that whispers stay.", 3);
    private static readonly Paper Bread = Paper("Bread dough sours.", "We introduce ovens of clay.", "We find that crust thickens.", 4);

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
    public async Task By_problem_and_by_method_different_papers_are_alike()
    {
        var likeness = await OverAsync(SpeechByGraphs, RiversByGraphs, SpeechByTrees, Bread);
        Assert.Equal(SpeechByTrees.Id, (await FindAsync(likeness, new LikenessRequest { More = [SpeechByGraphs.Id], By = PaperFacet.Problem })).Hits[0].Paper.Id);
        Assert.Equal(RiversByGraphs.Id, (await FindAsync(likeness, new LikenessRequest { More = [SpeechByGraphs.Id], By = PaperFacet.Method })).Hits[0].Paper.Id);
    }

    [Fact]
    public async Task What_is_liked_or_disliked_is_not_among_the_answers_and_likes_what_is_disliked_less()
    {
        var likeness = await OverAsync(SpeechByGraphs, RiversByGraphs, SpeechByTrees, Bread);
        var plain = await FindAsync(likeness, new LikenessRequest { More = [SpeechByGraphs.Id] });
        Assert.DoesNotContain(plain.Hits, hit => hit.Paper.Id == SpeechByGraphs.Id);
        var less = await FindAsync(likeness, new LikenessRequest { More = [SpeechByGraphs.Id], Less = [RiversByGraphs.Id] });
        Assert.DoesNotContain(less.Hits, hit => hit.Paper.Id == RiversByGraphs.Id);
        Assert.All(less.Hits, hit => Assert.True(hit.Score <= plain.Hits.Single(other => other.Paper.Id == hit.Paper.Id).Score + 1e-6));
    }

    [Fact]
    public async Task Interests_that_are_far_apart_are_not_blended()
    {
        var papers = Enumerable.Range(10, 6).Select(i => Paper("Bread dough sours.", "We introduce ovens of clay.", $"We find crumb {i}.", i))
            .Concat(Enumerable.Range(20, 6).Select(i => Paper("Rivers meander.", "We propose maps.", $"We find delta {i}.", i))).ToList();
        var likeness = await OverAsync(papers);
        var response = await FindAsync(likeness, new LikenessRequest { More = [papers[0].Id, papers[6].Id], Limit = 6 });
        Assert.Contains(response.Hits, hit => hit.Paper.Abstract!.Contains("Bread", StringComparison.Ordinal));
        Assert.Contains(response.Hits, hit => hit.Paper.Abstract!.Contains("Rivers", StringComparison.Ordinal));
        Assert.All(response.Hits, hit => Assert.DoesNotContain(" and ", hit.Why!.Parts[0].Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_abstract_is_enough_and_every_answer_says_why()
    {
        var likeness = await OverAsync(SpeechByGraphs, RiversByGraphs, SpeechByTrees, Bread);
        var response = await FindAsync(likeness, new LikenessRequest { Text = " Bread dough sours in ovens of clay. " });
        Assert.Equal(Bread.Id, response.Hits[0].Paper.Id);
        Assert.All(response.Hits, hit => Assert.Equal(hit.Score, hit.Why!.Parts.Sum(part => part.Value), 1e-6));
        Assert.Contains("your text", response.Hits[0].Why!.Parts[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said_in_a_sentence()
    {
        var likeness = await OverAsync(Bread);
        Assert.Equal(
            ["The library has no paper 000000000005, so it was left out.", "Name at least one paper to find more like it, or paste an abstract."],
            (await FindAsync(likeness, new LikenessRequest { More = [new PaperId(5)] })).Notes);
        var long_ = await FindAsync(likeness, new LikenessRequest { Text = new string('x', LikenessRequest.LongestText + 5) });
        Assert.Contains("only the first 20,000 characters", Assert.Single(long_.Notes), StringComparison.Ordinal);
    }

    private static Paper Paper(string problem, string method, string result, int key) => SomePapers.Paper($"Untitled {key}", $"{problem} {method} {result}", key);

    private async Task<PaperLikeness> OverAsync(params IEnumerable<Paper> papers)
    {
        _fixture = await SearchFixture.IndexedAsync(papers);
        var model = new EmbeddingModel(_generator);
        _meaning = new PaperMeaning(_fixture.Library, Path.Combine(_fixture.Folder, "vectors"), [model], TimeProvider.System);
        await _meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);
        return new PaperLikeness(_fixture.Library, _fixture.Index, _meaning, TimeProvider.System);
    }

    private static Task<LikenessResponse> FindAsync(PaperLikeness likeness, LikenessRequest request) => likeness.FindAsync(request, TestContext.Current.CancellationToken);
}
