using System.Diagnostics;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Meaning;

namespace Winnow.Benchmarks.Quality;

/// <summary>One way to rank one set's papers: the product's search as it is set up, or a model alone.</summary>
internal sealed class QualityRanker(string name, Func<JudgedQuestion, Task<IReadOnlyList<PaperId>>> rank)
{
    /// <summary>Read of every ranking.</summary>
    internal const int Depth = 100;

    internal string Name => name;

    internal static QualityRanker Search(string name, PaperSearch search) => new(name, async question => question.Like is { } paper
        ? [.. (await search.FindSimilarAsync(paper, Depth, CancellationToken.None)).Select(hit => hit.Paper.Id)]
        : [.. (await search.SearchAsync(new SearchRequest { Text = question.Text, Limit = Depth }, CancellationToken.None)).Hits.Select(hit => hit.Paper.Id)]);

    /// <summary>By the cosine with one model's vector of the question and nothing else.</summary>
    internal static QualityRanker Alone(string name, PaperVectors vectors) => new(name, async question =>
    {
        var asked = new float[vectors.Model.Dimensions];
        if (question.Like is not { } paper)
        {
            asked = await vectors.Model.EmbedQueryAsync(question.Text, CancellationToken.None);
        }
        else
        {
            vectors.TryGet(paper, asked);
        }

        return [.. vectors.Nearest(asked, Depth, id => id != question.Like?.Value).Select(hit => new PaperId(hit.Id))];
    });

    /// <returns>Means over the questions, and the median time of one in microseconds.</returns>
    internal async Task<QualityFigures> MeasureAsync(IReadOnlyList<JudgedQuestion> questions)
    {
        var (ndcg, recall) = (0.0, 0.0);
        var times = new List<double>(questions.Count);
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            var ranking = await rank(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            ndcg += RankingScore.Ndcg(ranking, question.Grades, 10) / questions.Count;
            recall += RankingScore.Recall(ranking, question.Grades, Depth) / questions.Count;
        }

        return new QualityFigures(ndcg, recall, times.Order().ElementAt(times.Count / 2));
    }
}
