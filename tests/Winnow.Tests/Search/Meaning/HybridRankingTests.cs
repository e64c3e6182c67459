using CsCheck;
using Winnow.Index;
using Winnow.Properties;
using Winnow.Search.Meaning;
using Xunit;

namespace Winnow.Tests.Search.Meaning;

public sealed class HybridRankingTests : IAsyncLifetime
{
    private const int Papers = 40;

    private static readonly Gen<double[]> Words = Gen.Double[0, 1].Array[Papers];

    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-hybrid-").FullName;
    private readonly SynonymGenerator _small = new("small/1");
    private readonly SynonymGenerator _large = new("large/1", dimensions: 96);
    private readonly List<PaperVectors> _vectors = [];
    private long[] _papers = [];

    public async ValueTask InitializeAsync()
    {
        var library = new InMemoryLibrary();
        library.Put(SomePapers.Random(Papers, seed: 21));
        _papers = [.. library.Papers.Select(paper => paper.Id.Value)];
        foreach (var generator in new[] { _small, _large })
        {
            var vectors = PaperVectors.Open(_folder, new EmbeddingModel(generator), TimeProvider.System);
            await new PaperEmbedder(library, vectors, TimeProvider.System).CatchUpAsync(null, TestContext.Current.CancellationToken);
            _vectors.Add(vectors);
        }
    }

    public ValueTask DisposeAsync()
    {
        _vectors.ForEach(vectors => vectors.Dispose());
        _small.Dispose();
        _large.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task More_of_the_words_never_lowers_a_paper(int models)
    {
        var asked = await AskedAsync(models, "robust speech recognition");
        Gen.Select(Words, Gen.Int[0, Papers - 1], Gen.Double[0, 1]).ForAll(
            (words, paper, more) =>
            {
                double[] richer = [.. words];
                richer[paper] += more;
                Assert.True(RankOf(asked, richer, paper) <= RankOf(asked, words, paper));
            },
            iter: 200);
    }

    [Fact]
    public async Task What_both_words_and_every_model_prefer_comes_first()
    {
        var asked = await AskedAsync(2, "neural attention");
        Gen.Select(Words, Gen.Int[0, Papers - 1], Gen.Int[0, Papers - 1]).ForAll(
            (words, one, other) =>
            {
                var hits = HybridRanking.Rank(asked, _papers, words, feedback: false).ToList();
                var (first, second) = (hits.Single(hit => hit.Id == _papers[one]), hits.Single(hit => hit.Id == _papers[other]));
                if (first.Words > second.Words && first.Cosines.Zip(second.Cosines).All(pair => pair.First.Value > pair.Second.Value))
                {
                    Assert.True(hits.IndexOf(first) < hits.IndexOf(second));
                }
            },
            iter: 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Feedback_keeps_every_paper_and_its_words(int models)
    {
        var asked = await AskedAsync(models, "speech loss");
        Words.ForAll(
            words =>
            {
                var hits = HybridRanking.Rank(asked, _papers, words, feedback: true);
                Assert.Equal(_papers.Order(), hits.Select(hit => hit.Id).Order());
                Assert.All(hits, hit => Assert.Equal(words[Array.IndexOf(_papers, hit.Id)], hit.Words));
                Assert.All(hits.SelectMany(hit => hit.Cosines), cosine => Assert.InRange(cosine.Value, -1.01, 1.01));
                Assert.Equal(hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id), hits);
            },
            iter: 100);
    }

    [Fact]
    public async Task A_paper_that_no_model_has_read_stands_among_the_others_by_its_words()
    {
        var asked = await AskedAsync(2, "robust embedding");
        long[] papers = [.. _papers, 1, 2];
        var words = new double[papers.Length];
        (words[^2], words[^1]) = (1, 0.1);
        var hits = HybridRanking.Rank(asked, papers, words, feedback: true);
        var unread = hits.Where(hit => hit.Id is 1 or 2).ToList();
        Assert.Equal([1L, 2], unread.Select(hit => hit.Id));
        Assert.All(unread.SelectMany(hit => hit.Cosines), cosine => Assert.False(cosine.Known));
        Assert.InRange(unread[0].Cosines[0].Value, hits.Min(hit => hit.Cosines[0].Value), hits.Max(hit => hit.Cosines[0].Value));
    }

    [Fact]
    public void Words_count_more_the_more_the_best_paper_stands_out_by_them()
    {
        Assert.Equal(0.5, WordsWeight([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]), 6);
        Assert.Equal(1.5, WordsWeight([8, 4, 4, 4, 4, 4, 4, 4, 4, 4]), 6);
        Assert.Equal(2.5, WordsWeight([7]), 6);
        Assert.True(WordsWeight([9, 3, 2]) > WordsWeight([9, 8, 2]));
    }

    [Fact]
    public void How_much_words_count_depends_neither_on_the_scale_of_their_scores_nor_on_papers_below_the_tenth()
    {
        var random = new Random(5);
        for (var i = 0; i < 100; i++)
        {
            float[] scores = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => 0.1f + random.NextSingle()).OrderDescending()];
            var weight = WordsWeight(scores);
            Assert.InRange(weight, 0.5, 2.5);
            Assert.Equal(weight, WordsWeight([.. scores.Select(score => score * 8)]), 5);
            Assert.Equal(weight, WordsWeight([.. scores.Take(10)]), 6);
        }
    }

    private static double WordsWeight(float[] scores) => HybridRanking.WordsWeight([.. scores.Select((score, i) => new Hit(i, score))]);

    private int RankOf(IReadOnlyList<AskedMeaning> asked, double[] words, int paper) =>
        HybridRanking.Rank(asked, _papers, words, feedback: false).ToList().FindIndex(hit => hit.Id == _papers[paper]);

    private async Task<IReadOnlyList<AskedMeaning>> AskedAsync(int models, string question)
    {
        var asked = new List<AskedMeaning>();
        foreach (var vectors in _vectors.Take(models))
        {
            asked.Add(new AskedMeaning(vectors, await vectors.Model.EmbedQueryAsync(question, TestContext.Current.CancellationToken)));
        }

        return asked;
    }
}
