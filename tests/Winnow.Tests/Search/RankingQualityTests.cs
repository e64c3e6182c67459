using Winnow.Benchmarks.Quality;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Tests.Sources;
using Xunit;

namespace Winnow.Tests.Search;

/// <summary>
/// The floor under the quality of rankings, on the smaller of the judged sets and with the model that ships. It lies half a point
/// below what <c>./do bench quality</c> measures: processors round differently, and change no figure by so much.
/// </summary>
public sealed class RankingQualityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-quality-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Questions_of_library_science_find_the_judged_papers_and_meaning_adds_to_words()
    {
        DataPack.Require();
        var judged = JudgedQuestions.Cisi();
        var library = new InMemoryLibrary();
        library.Put(judged.Papers);
        using var index = new PaperIndex(Path.Combine(_folder, "index"), TimeProvider.System);
        using (var indexer = new PaperIndexer(library, index, TimeProvider.System))
        {
            await indexer.CatchUpAsync(null, TestContext.Current.CancellationToken);
        }

        using var model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        using var meaning = new PaperMeaning(library, Path.Combine(_folder, "vectors"), [new EmbeddingModel(model)], TimeProvider.System);
        await meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);

        var words = await MeasureAsync(new PaperSearch(library, index, TimeProvider.System), judged);
        var both = await MeasureAsync(new PaperSearch(library, index, TimeProvider.System, meaning), judged);
        Assert.True(words.Ndcg >= 0.41 && words.Recall >= 0.457, $"Words alone: {words}");
        Assert.True(both.Ndcg >= 0.429 && both.Recall >= 0.476, $"Words and meaning: {both}");
        Assert.True(both.Ndcg >= words.Ndcg && both.Recall >= words.Recall, $"Words alone: {words}; with meaning: {both}");
    }

    private static async Task<(double Ndcg, double Recall)> MeasureAsync(PaperSearch search, JudgedQuestions judged)
    {
        var (ndcg, recall) = (0.0, 0.0);
        foreach (var question in judged.Questions)
        {
            var response = await search.SearchAsync(new SearchRequest { Text = question.Text, Limit = 100 }, TestContext.Current.CancellationToken);
            PaperId[] ranking = [.. response.Hits.Select(hit => hit.Paper.Id)];
            ndcg += RankingScore.Ndcg(ranking, question.Grades, 10) / judged.Questions.Count;
            recall += RankingScore.Recall(ranking, question.Grades, 100) / judged.Questions.Count;
        }

        return (ndcg, recall);
    }
}
