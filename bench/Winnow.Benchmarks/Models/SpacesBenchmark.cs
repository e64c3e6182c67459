using System.Globalization;
using System.Numerics.Tensors;
using Winnow.Benchmarks.Quality;
using Winnow.Embeddings.Spaces;
using Winnow.Papers;
using Winnow.Search.Meaning;

namespace Winnow.Benchmarks.Models;

/// <summary>How well a question that one model embedded finds papers among another model's vectors, by each way of translating between the two.</summary>
internal static class SpacesBenchmark
{
    private const int Seed = 20_260_102;
    private const int HeldOut = 2000;
    private const int Depth = 100;
    private static readonly int[] AnchorCounts = [512, 2048];

    internal static async Task RunAsync()
    {
        var report = new BenchmarkReport("spaces");
        report.Line("# One model's questions among another's vectors\n");
        report.Line(Text($"{Machine.Describe()}. Papers of the scholar set; {HeldOut:N0} papers that are no anchors look for themselves in the other space (MRR / recall@10),"));
        report.Line("and the set's questions look for their answers there (nDCG@10 / recall@100). At random: the anchors are paired with each other's vectors.\n");
        var set = JudgedQuestions.Scholar();
        using var shipped = QualityModel.Static();
        using var transformer = QualityModel.Onnx() ?? throw new DirectoryNotFoundException("There is no model in ../shared/models.");
        var papers = set.Papers.Select(PaperContent.Text).ToArray();
        var spaces = new List<Space>();
        foreach (var model in new[] { shipped, transformer })
        {
            spaces.Add(new Space(
                model.Name,
                await DocumentsAsync(model.Model, papers),
                Matrix.FromRows([.. (await QuestionsAsync(model.Model, set)).Select(vector => (ReadOnlyMemory<float>)vector)])));
        }

        var order = Enumerable.Range(0, papers.Length).ToArray();
        new Random(Seed).Shuffle(order);
        report.Line("| from → to | anchors | way | MRR | recall@10 | nDCG@10 | recall@100 |\n|---|---|---|---|---|---|---|");
        foreach (var (from, to) in new[] { (spaces[0], spaces[1]), (spaces[1], spaces[0]) })
        {
            Own(report, set, from);
            foreach (var count in AnchorCounts)
            {
                Measure(report, set, from, to, order[..HeldOut], order[HeldOut..(HeldOut + count)]);
            }
        }

        await LostModelBenchmark.RunAsync(report, set, shipped, transformer);
        Console.WriteLine($"\nWritten to {report.Save()}");
    }

    private static void Own(BenchmarkReport report, JudgedQuestions set, Space space)
    {
        var (ndcg, recall) = Search(set, space.Questions, space.Documents);
        report.Line(Text($"| {space.Name} alone, for comparison | | | | | {ndcg:0.000} | {recall:0.000} |"));
    }

    private static void Measure(BenchmarkReport report, JudgedQuestions set, Space from, Space to, int[] heldOut, int[] anchors)
    {
        var (source, target) = (from.Documents.Take(anchors), to.Documents.Take(anchors));
        var shuffled = anchors.ToArray();
        new Random(Seed + 1).Shuffle(shuffled);
        (string Way, Func<ISpaceMap> Fit)[] ways =
        [
            ("at random", () => OrthogonalMap.Fit(source, to.Documents.Take(shuffled), centred: true)),
            ("relative representations (Moschella et al. 2023)", () => new RelativeMap(source, target)),
            ("orthogonal Procrustes", () => OrthogonalMap.Fit(source, target, centred: true)),
            ("least squares", () => LeastSquaresMap.Fit(source, target, 0.1)),
            ("functional map (Fumero et al. 2024)", () => new FunctionalMap(source, target, waves: Math.Min(200, anchors.Length / 4), neighbours: 20, commute: 1)),
            ("rotation between round spaces, **the rule**", () => SpaceTranslation.Rule(source, target)),
        ];
        foreach (var (way, fit) in ways)
        {
            var map = fit();
            var found = CrossSearch.Measure(map.Translate(from.Documents.Take(heldOut)), to.Documents.Take(heldOut));
            var (ndcg, recall) = Search(set, map.Translate(from.Questions), to.Documents);
            report.Line(Text($"| {from.Name} → {to.Name} | {anchors.Length:N0} | {way} | {found.ReciprocalRank:0.000} | {found.RecallAt10:0.000} | {ndcg:0.000} | {recall:0.000} |"));
        }
    }

    private static (double Ndcg, double Recall) Search(JudgedQuestions set, Matrix questions, Matrix documents)
    {
        var (ndcg, recall) = (0.0, 0.0);
        var scores = new double[documents.Rows];
        for (var i = 0; i < set.Questions.Count; i++)
        {
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] = TensorPrimitives.Dot<double>(questions.Row(i), documents.Row(row));
            }

            PaperId[] ranking = [.. Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).Take(Depth).Select(row => set.Papers[row].Id)];
            ndcg += RankingScore.Ndcg(ranking, set.Questions[i].Grades, 10) / set.Questions.Count;
            recall += RankingScore.Recall(ranking, set.Questions[i].Grades, Depth) / set.Questions.Count;
        }

        return (ndcg, recall);
    }

    private static async Task<Matrix> DocumentsAsync(EmbeddingModel model, string[] texts)
    {
        var vectors = new List<ReadOnlyMemory<float>>(texts.Length);
        foreach (var some in texts.Chunk(1024))
        {
            vectors.AddRange((await model.EmbedDocumentsAsync(some, CancellationToken.None)).Select(vector => (ReadOnlyMemory<float>)vector));
        }

        return Matrix.FromRows(vectors);
    }

    private static async Task<float[][]> QuestionsAsync(EmbeddingModel model, JudgedQuestions set)
    {
        var vectors = new float[set.Questions.Count][];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = await model.EmbedQueryAsync(set.Questions[i].Text, CancellationToken.None);
        }

        return vectors;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Space(string Name, Matrix Documents, Matrix Questions);
}
