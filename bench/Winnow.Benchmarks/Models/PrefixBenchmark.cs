using System.Globalization;
using System.Numerics.Tensors;
using Winnow.Benchmarks.Quality;
using Winnow.Embeddings.Static;
using Winnow.Search.Meaning;

namespace Winnow.Benchmarks.Models;

/// <summary>How well the static model alone ranks, by whole vectors and by their beginnings; the figures of training/MODEL_CARD.md.</summary>
internal static class PrefixBenchmark
{
    private const int Depth = 100;
    private static readonly int[] Lengths = [256, 128, 64];

    /// <param name="file">The model's file; null for the one that ships.</param>
    internal static void Run(string? file)
    {
        var report = new BenchmarkReport("static");
        JudgedQuestions[] sets = [JudgedQuestions.Scholar(), JudgedQuestions.Cisi(), JudgedQuestions.HeldOutTitles()];
        report.Line("# The static model alone\n");
        report.Line("nDCG@10 / recall@100 by cosine alone, every document ranked.\n");
        report.Line($"| model, dimensions | {string.Join(" | ", sets.Select(set => Text($"{set.Name} ({set.Questions.Count:N0} questions, {set.Papers.Count:N0} documents)")))} |");
        report.Line($"|---|{string.Concat(sets.Select(_ => "---|"))}");
        foreach (var length in Lengths)
        {
            using var model = StaticEmbedder.Open(file ?? StaticEmbedder.ShippedModel, length);
            report.Line($"| {model.ModelName}, {length} | {string.Join(" | ", sets.Select(set => Score(model, set)))} |");
        }

        Console.WriteLine($"\nWritten to {report.Save()}");
    }

    private static string Score(StaticEmbedder model, JudgedQuestions set)
    {
        var documents = model.EmbedAll([.. set.Papers.Select(PaperContent.Text)]);
        var width = model.Dimensions;
        var question = new float[width];
        var (ndcg, recall) = (0.0, 0.0);
        foreach (var asked in set.Questions)
        {
            model.Embed(asked.Text, question);
            var cosines = Enumerable.Range(0, set.Papers.Count).Select(i => TensorPrimitives.Dot(question, documents.AsSpan(i * width, width))).ToArray();
            var ranking = Enumerable.Range(0, cosines.Length).OrderByDescending(i => cosines[i]).Take(Depth).Select(i => set.Papers[i].Id).ToList();
            ndcg += RankingScore.Ndcg(ranking, asked.Grades, 10);
            recall += RankingScore.Recall(ranking, asked.Grades, Depth);
        }

        return Text($"{ndcg / set.Questions.Count:0.000} / {recall / set.Questions.Count:0.000}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
