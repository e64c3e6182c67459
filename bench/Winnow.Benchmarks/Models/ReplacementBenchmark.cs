using System.Diagnostics;
using System.Globalization;
using Winnow.Benchmarks.Quality;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Tests.Search;

namespace Winnow.Benchmarks.Models;

/// <summary>
/// The static model is replaced by a transformer while searches go on: a process of its own embeds, is killed twice without warning, and is started again; this
/// one asks the judged questions throughout. The transformer's vectors come from the store that <c>quality --remember</c> fills, at <see cref="Rate"/> papers
/// a second, so that an hour's work takes minutes: what is kept, resumed and answered is the same.
/// </summary>
internal static class ReplacementBenchmark
{
    /// <summary>Papers a second.</summary>
    private const int Rate = 250;

    private static readonly double[] Marks = [0, 0.1, 0.25, 0.5, 0.75, 1];

    /// <summary>Killed when this share has been embedded.</summary>
    private static readonly double[] Kills = [0.2, 0.6];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    internal static async Task RunAsync()
    {
        var report = new BenchmarkReport("replacement");
        report.Line("# Replacing the model while people search\n");
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            using var scene = await Scene.OpenAsync(folder);
            using (var before = new PaperMeaning(scene.Library, scene.Vectors, [scene.Shipped.Model], TimeProvider.System))
            {
                await before.CatchUpAsync(null, CancellationToken.None);
            }

            using var meaning = new PaperMeaning(scene.Library, scene.Vectors, [scene.Transformer.Model, scene.Shipped.Model], TimeProvider.System);
            var ranker = QualityRanker.Search("", new PaperSearch(scene.Library, scene.Index, TimeProvider.System, meaning));
            report.Line(Text($"{Machine.Describe()}. {scene.Set.Papers.Count:N0} papers of the scholar set, its {scene.Set.Questions.Count} questions asked at each mark; the"));
            report.Line(Text($"transformer's vectors were made before and arrive at {Rate} papers a second.\n"));
            report.Line("| embedded anew | answering | nDCG@10 | recall@100 | questions answered | what happened |\n|---|---|---|---|---|---|");
            await ReplaceAsync(report, scene, meaning, ranker, folder);
            Console.WriteLine($"\nWritten to {report.Save()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The process that embeds; ends when every paper has its vector.</summary>
    internal static async Task EmbedAsync(string folder)
    {
        using var scene = await Scene.OpenAsync(folder);
        var slow = new EmbeddingModel(new SlowEmbedder(new RememberedEmbedder(scene.Transformer.Generator), Rate));
        using var meaning = new PaperMeaning(scene.Library, scene.Vectors, [slow, scene.Shipped.Model], TimeProvider.System);
        await meaning.CatchUpAsync(null, CancellationToken.None);
    }

    private static async Task ReplaceAsync(BenchmarkReport report, Scene scene, PaperMeaning meaning, QualityRanker ranker, string folder)
    {
        var (mark, kills) = (0, 0);
        var happened = "begins";
        var worker = Start(folder);
        try
        {
            while (mark < Marks.Length)
            {
                // A search looks for new commits itself; this is only the progress.
                meaning.Chosen.Nearest(new float[meaning.Chosen.Model.Dimensions], 1);
                var share = (double)meaning.Chosen.Papers / scene.Set.Papers.Count;
                if (share >= Marks[mark])
                {
                    var figures = await ranker.MeasureAsync(scene.Set.Questions);
                    report.Line(Text($"| {share:P0} | {meaning.Answering.Model.Name} | {figures.Ndcg:0.0000} | {figures.Recall:0.0000} | {scene.Set.Questions.Count} of {scene.Set.Questions.Count} | {happened} |"));
                    (mark, happened) = (mark + 1, "");
                }
                else if (kills < Kills.Length && share >= Kills[kills])
                {
                    worker.Kill();
                    await worker.WaitForExitAsync();
                    worker.Dispose();
                    worker = Start(folder);
                    kills++;
                    happened += Text($" killed and started again at {share:P0}");
                }
                else if (worker.HasExited && share < 1)
                {
                    throw new InvalidOperationException($"The process that embeds ended by itself with code {worker.ExitCode}.");
                }

                await Task.Delay(Pause);
            }
        }
        finally
        {
            if (!worker.HasExited)
            {
                worker.Kill();
            }

            worker.Dispose();
        }
    }

    private static Process Start(string folder) => Process.Start(Environment.ProcessPath!, [.. Host(), "replacement", "--embed", folder])!;

    // Started by `dotnet run`, this process is the program itself; by `dotnet Winnow.Benchmarks.dll`, it is the host.
    internal static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Winnow.Benchmarks.dll")] : [];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The papers and what finds them; the same in both processes.</summary>
    private sealed record Scene(JudgedQuestions Set, InMemoryLibrary Library, PaperIndex Index, QualityModel Shipped, QualityModel Transformer, string Vectors) : IDisposable
    {
        internal static async Task<Scene> OpenAsync(string folder)
        {
            var set = JudgedQuestions.Scholar();
            var library = new InMemoryLibrary();
            library.Put(set.Papers);
            var index = new PaperIndex(Path.Combine(folder, "index"), TimeProvider.System);
            using var indexer = new PaperIndexer(library, index, TimeProvider.System);
            await indexer.CatchUpAsync(null, CancellationToken.None);
            var transformer = QualityModel.Onnx() ?? throw new DirectoryNotFoundException("There is no model in ../shared/models.");
            return new Scene(set, library, index, QualityModel.Static(), transformer, Path.Combine(folder, "vectors"));
        }

        public void Dispose()
        {
            Index.Dispose();
            Shipped.Dispose();
            Transformer.Dispose();
        }
    }
}
