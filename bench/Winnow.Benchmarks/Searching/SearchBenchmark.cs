using System.Diagnostics;
using System.Globalization;
using Winnow.Embeddings.Static;
using Winnow.Index;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Sources;
using Winnow.Storage.Sqlite;

namespace Winnow.Benchmarks.Searching;

/// <summary>From files of papers to answers, with the product as users run it, beside SQLite FTS5 on the same machine in the same run.</summary>
internal static class SearchBenchmark
{
    private const int WarmUp = 50;

    /// <summary>The peer takes half a second for each: a hundred of every kind, evenly chosen, tell its median.</summary>
    private const int PeerQueries = 100;

    private const int PeerWarmUp = 10;

    internal static async Task<int> RunAsync(bool keep)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var report = new BenchmarkReport("search");
            report.Line("# Search\n");
            report.Line($"{Machine.Describe()}. Garbage collector: as the product sets it.\n");
            report.Line("| step | measured |\n|---|---|");
            await ImportAsync(report, folder);
            await IndexAsync(report, folder);
            await FirstAnswerAsync(report, folder);
            await AnswersAsync(report, folder);
            await PageBenchmark.RunAsync(report, folder);
            Console.WriteLine($"\nWritten to {report.Save()}");
            return 0;
        }
        finally
        {
            if (keep)
            {
                Console.WriteLine($"The library is in {folder}");
            }
            else
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task ImportAsync(BenchmarkReport report, string folder)
    {
        var files = Directory.EnumerateFiles(RepositoryFolder.Data("papers"), "*.jsonl.gz").Order(StringComparer.Ordinal);
        var import = await ProductProcess.RunAsync(["import", .. files, "--data", folder]);
        await using var library = OpenLibrary(folder);
        var counts = await library.CountAsync(CancellationToken.None);
        report.Line(Text($"| import, index and embed | {counts.Records:N0} records to {counts.Papers:N0} papers in {import.Seconds:0.0} s, {counts.Records / import.Seconds:N0} records/s |"));
        report.Line(Text($"| peak memory of it | {import.PeakMegabytes:N0} MB |"));
        report.Line(Text($"| library | {Size(folder, "library.db*"):N0} MB |"));
    }

    private static async Task IndexAsync(BenchmarkReport report, string folder)
    {
        var rebuild = await ProductProcess.RunAsync("index", "rebuild", "--data", folder);
        var index = Path.Combine(folder, "index");
        report.Line(Text($"| index built anew | {rebuild.Seconds:0.0} s, {Size(index, "*"):N0} MB on disk, peak memory {rebuild.PeakMegabytes:N0} MB |"));
    }

    private static async Task FirstAnswerAsync(BenchmarkReport report, string folder)
    {
        var first = await ProductProcess.RunAsync("search", "robust speech recognition in noisy rooms", "--limit", "10", "--data", folder);
        report.Line(Text($"| start of a process to its first answer | {first.Seconds * 1000:N0} ms, peak memory {first.PeakMegabytes:N0} MB |"));
    }

    private static async Task AnswersAsync(BenchmarkReport report, string folder)
    {
        await using var library = OpenLibrary(folder);
        using var index = new PaperIndex(Path.Combine(folder, "index"), TimeProvider.System);
        using var engine = SearchIndex.Open(Path.Combine(folder, "index"));
        var search = new PaperSearch(library, index, TimeProvider.System);
        using var model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        using var meaning = new PaperMeaning(library, Path.Combine(folder, "vectors"), [new EmbeddingModel(model)], TimeProvider.System);
        var both = new PaperSearch(library, index, TimeProvider.System, meaning);
        var built = Stopwatch.GetTimestamp();
        using var peer = await Fts5Peer.BuildAsync(Path.Combine(folder, "fts5.db"), library);
        report.Line(Text($"| FTS5 built from the library | {Stopwatch.GetElapsedTime(built).TotalSeconds:0.0} s, {Size(folder, "fts5.db*"):N0} MB on disk |"));

        report.Line(Text($"\nFTS5 answers {PeerQueries} of each kind, evenly chosen; Winnow all.\n"));
        report.Line("| ten best for | engine | median | p99 | times faster at the median |\n|---|---|---|---|---|");
        foreach (var (kind, texts) in new[] { ("1,000 titles", await Questions.TitlesAsync(library)), ("200 plain questions", Questions.Plain()) })
        {
            var theirs = await Latencies.MeasureAsync([.. texts.Where((_, i) => i % (texts.Count / PeerQueries) == 0)], text => Task.FromResult(peer.Search(text)), PeerWarmUp);
            var ids = await Latencies.MeasureAsync(texts, text => Task.FromResult(engine.Search(new WordsQuery(text))), WarmUp);
            var answers = await Latencies.MeasureAsync(texts, text => search.SearchAsync(new SearchRequest { Text = text, Limit = 10 }, CancellationToken.None), WarmUp);
            var hybrid = await Latencies.MeasureAsync(texts, text => both.SearchAsync(new SearchRequest { Text = text, Limit = 10 }, CancellationToken.None), WarmUp);
            report.Line($"| {kind} | FTS5, ids | {theirs} | 1 |");
            report.Line(Text($"| {kind} | Winnow, ids | {ids} | {theirs.Median / ids.Median:0.0} |"));
            report.Line(Text($"| {kind} | Winnow, words alone, papers with highlighted passages | {answers} | {theirs.Median / answers.Median:0.0} |"));
            report.Line(Text($"| {kind} | Winnow, words and meaning, papers with highlighted passages | {hybrid} | {theirs.Median / hybrid.Median:0.0} |"));
        }
    }

    private static SqliteLibrary OpenLibrary(string folder) =>
        SqliteLibrary.Open(Path.Combine(folder, "library.db"), KnownFormats.All, TimeProvider.System);

    private static double Size(string folder, string pattern) =>
        new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
