using System.Globalization;
using Winnow.Benchmarks.Quality;
using Winnow.Embeddings.Spaces;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Tests.Search;

namespace Winnow.Benchmarks.Models;

/// <summary>
/// A model is gone at once and has left its vectors; another one has embedded a part of the papers anew. Whether the product's search finds more when that one's
/// questions are translated and search the lost model's vectors too.
/// </summary>
internal static class LostModelBenchmark
{
    private const int Anchors = 2048;
    private const int Seed = 20_260_103;
    private static readonly double[] Shares = [0, 0.05, 0.25, 0.5, 1];

    internal static async Task RunAsync(BenchmarkReport report, JudgedQuestions set, QualityModel shipped, QualityModel transformer)
    {
        report.Line("\n## A lost model's vectors in the product's search\n");
        report.Line("The lost model has embedded all papers, the other one the newest part of them. With translation, the other one's questions are asked among the lost model's");
        report.Line("vectors too; without, words alone rank until the other one knows 95 % of the papers (nDCG@10 / recall@100).\n");
        report.Line("| lost | embeds anew | embedded anew | anchors | without translation | with translation | fit, s |\n|---|---|---|---|---|---|---|");
        foreach (var (lost, other) in new[] { (transformer, shipped), (shipped, transformer) })
        {
            foreach (var share in Shares)
            {
                await MeasureAsync(report, set, lost, other, share);
            }
        }
    }

    private static async Task MeasureAsync(BenchmarkReport report, JudgedQuestions set, QualityModel lost, QualityModel other, double share)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var library = new InMemoryLibrary();
            library.Put(set.Papers);
            using var index = new PaperIndex(Path.Combine(folder, "index"), TimeProvider.System);
            using var indexer = new PaperIndexer(library, index, TimeProvider.System);
            await indexer.CatchUpAsync(null, CancellationToken.None);
            var vectors = Path.Combine(folder, "vectors");
            var newest = set.Papers.OrderByDescending(paper => paper.Published).ThenBy(paper => paper.Id).Take((int)(share * set.Papers.Count)).ToList();
            await EmbedAsync(set.Papers, vectors, lost.Model);
            await EmbedAsync(newest, vectors, other.Model);
            var before = await FiguresAsync(set, library, index, new PaperMeaning(library, vectors, [other.Model], TimeProvider.System));
            var both = newest.Select(paper => paper.Id).Order().ToArray();
            new Random(Seed).Shuffle(both);
            both = both[..Math.Min(both.Length, Anchors)];
            var (after, seconds) = (before, 0.0);
            if (both.Length >= LostModel.EnoughAnchors)
            {
                using var gone = PaperVectors.Open(vectors, lost.Model, TimeProvider.System);
                using var here = PaperVectors.Open(vectors, other.Model, TimeProvider.System);
                var started = System.Diagnostics.Stopwatch.GetTimestamp();
                var translation = SpaceTranslation.Fit(Of(here, both), Of(gone, both)) ?? throw new InvalidOperationException("The translation finds no more than chance does.");
                seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
                var translated = new EmbeddingModel(new TranslatedEmbedder(other.Generator, translation, lost.Model.Name), other.Model.Name);
                after = await FiguresAsync(set, library, index, new PaperMeaning(library, vectors, [other.Model], TimeProvider.System), translated);
            }

            report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {lost.Name} | {other.Name} | {share:P0} | {both.Length:N0} | {before.Ndcg:0.0000} / {before.Recall:0.0000} | {after.Ndcg:0.0000} / {after.Recall:0.0000} | {seconds:0.0} |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task EmbedAsync(IReadOnlyList<Paper> papers, string folder, EmbeddingModel model)
    {
        var library = new InMemoryLibrary();
        library.Put(papers);
        using var meaning = new PaperMeaning(library, folder, [model], TimeProvider.System);
        await meaning.CatchUpAsync(null, CancellationToken.None);
    }

    private static async Task<QualityFigures> FiguresAsync(JudgedQuestions set, InMemoryLibrary library, PaperIndex index, PaperMeaning meaning, EmbeddingModel? lost = null)
    {
        using (meaning)
        {
            if (lost is not null)
            {
                meaning.Lend(lost);
            }

            return await QualityRanker.Search("", new PaperSearch(library, index, TimeProvider.System, meaning)).MeasureAsync(set.Questions);
        }
    }

    private static List<ReadOnlyMemory<float>> Of(PaperVectors vectors, PaperId[] papers) => [.. papers.Select(paper =>
    {
        var vector = new float[vectors.Model.Dimensions];
        vectors.TryGet(paper, vector);
        return (ReadOnlyMemory<float>)vector;
    })];
}
