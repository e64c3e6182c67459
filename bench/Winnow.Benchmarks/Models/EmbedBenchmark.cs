using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Benchmarks.Quality;
using Winnow.Benchmarks.Searching;
using Winnow.Embeddings.Static;

namespace Winnow.Benchmarks.Models;

/// <summary>How fast the model that ships turns papers and questions into vectors, and what that allocates.</summary>
internal static class EmbedBenchmark
{
    private const int Workers = 2;
    private const int Repetitions = 50;
    private const int TextsForAllocation = 2000;

    internal static void Run()
    {
        var report = new BenchmarkReport("embed");
        report.Line("# Embedding by the static model\n");
        report.Line($"{Machine.Describe()}.\n");
        var opened = Stopwatch.GetTimestamp();
        using var model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        report.Line(Text($"Model {model.ModelName}, {model.Dimensions} dimensions, {new FileInfo(StaticEmbedder.ShippedModel).Length / 1e6:0.0} MB, opened and checked in {Stopwatch.GetElapsedTime(opened).TotalMilliseconds:0} ms.\n"));
        report.Line("| what | measured |\n|---|---|");
        Records(report, model);
        Queries(report, model);
        Console.WriteLine($"\nWritten to {report.Save()}");
    }

    /// <summary>Every record of ../shared/data/papers, in the order of the files.</summary>
    internal static IEnumerable<(string Title, string Abstract)> Papers() =>
        Directory.EnumerateFiles(RepositoryFolder.Data("papers"), "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Texts);

    private static void Records(BenchmarkReport report, StaticEmbedder model)
    {
        var papers = Papers().Select(paper => paper.Abstract.Length > 0 ? $"{paper.Title}\n{paper.Abstract}" : paper.Title).ToList();
        var letters = papers.Sum(text => (long)text.Length);
        // Compiles and pages in.
        model.EmbedAll(papers[..4096], Workers);
        var started = Stopwatch.GetTimestamp();
        model.EmbedAll(papers, Workers);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Line(Text($"| all records of the papers on {Workers} threads | {papers.Count:N0} titles with abstracts, {letters / 1e6:N0} million letters, in {seconds:0.0} s: {papers.Count / seconds:N0} texts/s |"));

        started = Stopwatch.GetTimestamp();
        var vector = new float[model.Dimensions];
        var few = papers.Where((_, i) => i % (papers.Count / TextsForAllocation) == 0).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in few)
        {
            model.Embed(text, vector);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Line(Text($"| {few.Count:N0} of them on one thread | {few.Count / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} texts/s, {(double)allocated / few.Count:0.0} bytes allocated a text |"));
    }

    private static void Queries(BenchmarkReport report, StaticEmbedder model)
    {
        string[] questions = [.. JudgedQuestions.Scholar().Questions.Select(question => question.Text), .. Questions.Plain()];
        var vector = new float[model.Dimensions];
        var times = new List<double>();
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            foreach (var question in questions)
            {
                var started = Stopwatch.GetTimestamp();
                model.Embed(question, vector);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        times.RemoveRange(0, questions.Length);
        times.Sort();
        report.Line(Text($"| a question ({questions.Average(question => question.Length):0} letters) | median {times[times.Count / 2]:0.0} µs, 99 of 100 within {times[times.Count * 99 / 100]:0.0} µs |"));
    }

    private static IEnumerable<(string Title, string Abstract)> Texts(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            var summary = record.RootElement.TryGetProperty("abstract", out var text) ? text.GetString() : null;
            yield return (record.RootElement.GetProperty("title").GetString()!, summary ?? "");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
