using System.Globalization;
using Winnow.Papers;
using Winnow.Search.Indexing;
using Winnow.Search.Likeness;
using Winnow.Search.Meaning;
using Winnow.Tests.Search;

namespace Winnow.Benchmarks.Quality;

/// <summary>
/// How well "more like these, less like those" finds the other papers of a subject area, and how its weights were chosen: on every other label, and reported on those
/// between them.
/// </summary>
internal static class LikenessBenchmark
{
    private static readonly double[] MeaningWeights = [1, 2, 3, 4, 6, 8];
    private static readonly double[] DislikeShares = [0, 0.25, 0.5, 0.75, 1];
    private static readonly float[] Nearnesses = [0.4f, 0.5f, 0.6f, 0.7f, 2];

    internal static async Task RunAsync()
    {
        var report = new BenchmarkReport("likeness");
        report.Line("# More like these, less like those\n");
        report.Line("Three papers of a NeurIPS 2019 subject area are liked and, where it says so, three of the area nearest to it are disliked; the area's other papers are to be found among 1,428.");
        report.Line("nDCG@10 / recall@100 / papers of the disliked area among the first 20. Weights are chosen on every other area (\"chosen on\"); \"kept apart\" are the areas between them.\n");
        var cases = LikenessCase.All();
        using var shipped = QualityModel.Static();
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var library = new InMemoryLibrary();
            library.Put(LikenessCase.Papers());
            using var index = new PaperIndex(Path.Combine(folder, "index"), TimeProvider.System);
            using (var indexer = new PaperIndexer(library, index, TimeProvider.System))
            {
                await indexer.CatchUpAsync(null, CancellationToken.None);
            }

            using var meaning = new PaperMeaning(library, Path.Combine(folder, "vectors"), [shipped.Model], TimeProvider.System);
            await meaning.CatchUpAsync(null, CancellationToken.None);
            var likeness = new PaperLikeness(library, index, meaning, TimeProvider.System);
            report.Line(Text($"{cases.Count} questions ({cases.Count(one => one.Chosen)} chosen on), {shipped.Model.Name}.\n"));
            report.Line("| meaning, dislike, interests joined from | liked only, chosen on | kept apart | with disliked, chosen on | kept apart |\n|---|---|---|---|---|");
            foreach (var weights in Grid())
            {
                report.Line($"| {Name(weights)} | {await CellsAsync(likeness, cases, weights)} |");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"\nWritten to {report.Save()}");
    }

    // One weight at a time around what the product uses: the whole grid would be 150 rows that nobody reads.
    private static IEnumerable<LikenessWeights> Grid()
    {
        var product = new LikenessWeights();
        return
        [
            product,
            .. MeaningWeights.Select(meaning => product with { Meaning = meaning, Dislike = meaning * product.Dislike / product.Meaning }),
            .. DislikeShares.Select(share => product with { Dislike = share * product.Meaning }),
            .. Nearnesses.Select(near => product with { Near = near }),
        ];
    }

    private static async Task<string> CellsAsync(PaperLikeness likeness, IReadOnlyList<LikenessCase> cases, LikenessWeights weights)
    {
        var cells = new List<string>();
        foreach (var disliking in (bool[])[false, true])
        {
            var scores = new List<(bool Chosen, double Ndcg, double Recall, double Disliked)>();
            foreach (var one in cases)
            {
                var request = new LikenessRequest { More = one.More, Less = disliking ? one.Less : [], Limit = 100 };
                IReadOnlyList<PaperId> ranking = [.. (await likeness.FindAsync(request, weights, CancellationToken.None)).Hits.Select(hit => hit.Paper.Id)];
                scores.Add((one.Chosen, RankingScore.Ndcg(ranking, one.Hidden, 10), RankingScore.Recall(ranking, one.Hidden, 100), ranking.Take(20).Count(one.DislikedArea.Contains)));
            }

            cells.AddRange(((bool[])[true, false]).Select(chosen => scores.Where(score => score.Chosen == chosen).ToList())
                .Select(half => Text($"{half.Average(score => score.Ndcg):0.000} / {half.Average(score => score.Recall):0.000} / {half.Average(score => score.Disliked):0.0}")));
        }

        return string.Join(" | ", cells);
    }

    private static string Name(LikenessWeights weights) => Text($"{weights.Meaning:0.##}, {weights.Dislike:0.##}, {(weights.Near > 1 ? "never" : weights.Near):0.##}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
