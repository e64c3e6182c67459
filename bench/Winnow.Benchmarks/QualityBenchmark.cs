using System.Globalization;
using Winnow.Index;
using Winnow.Search.Indexing;

namespace Winnow.Benchmarks;

/// <summary>How well words alone rank judged papers, with the fields' weights as the product has them.</summary>
internal static class QualityBenchmark
{
    private const int Depth = 100;

    internal static void Run()
    {
        var report = new BenchmarkReport("quality");
        report.Line("# Quality of word search\n");
        report.Line("| questions | nDCG@10 | recall@100 |\n|---|---|---|");
        foreach (var (name, judged) in new[] { ("scholar", JudgedQuestions.Scholar()), ("cisi", JudgedQuestions.Cisi()) })
        {
            var (ndcg, recall) = Measure(judged, PaperIndexFields.Schema);
            report.Line(string.Create(CultureInfo.InvariantCulture, $"| {name} ({judged.Questions.Count}) | {ndcg:0.000} | {recall:0.000} |"));
        }

        Console.WriteLine($"\nWritten to {report.Save()}");
    }

    internal static (double Ndcg, double Recall) Measure(JudgedQuestions judged, IndexSchema schema)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var keys = judged.Papers.ToDictionary(paper => paper.Value.Id.Value, paper => paper.Key);
            using (var writer = IndexWriter.Open(folder, schema))
            {
                foreach (var paper in judged.Papers.Values)
                {
                    writer.Add(PaperDocuments.Of(paper));
                }

                writer.Commit(1);
            }

            using var index = SearchIndex.Open(folder);
            var scores = judged.Questions.Select(question =>
            {
                var ranking = index.Search(new WordsQuery(question.Text) { FixTypos = true }, new SearchOptions { Limit = Depth }).Hits.Select(hit => keys[hit.Id]).ToList();
                return (Ndcg: RankingScore.Ndcg(ranking, question.Grades, 10), Recall: RankingScore.Recall(ranking, question.Grades, Depth));
            }).ToList();
            return (scores.Average(score => score.Ndcg), scores.Average(score => score.Recall));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
