using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Winnow.Papers;
using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Files;

namespace Winnow.Benchmarks;

/// <summary>Trending topics over all papers of ../shared/data: what rises, at what rate and memory, and how far the sketches are from exact counts.</summary>
internal static class TopicsBenchmark
{
    private const int Shown = 15;

    internal static void Run(IReadOnlyList<string> months)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var report = new BenchmarkReport("topics");
            report.Line("# Trending topics\n");
            report.Line($"{Machine.Describe()}. One core; all papers of ../shared/data, duplicates left out.\n");
            var papers = DatedPapers.Read().ToList();
            Count(report, folder, papers);
            if (months.Count == 0)
            {
                Errors(report, papers);
            }

            Topics(report, folder, months);
            if (months.Count == 0)
            {
                Console.WriteLine($"\nWritten to {report.Save()}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Count(BenchmarkReport report, string folder, List<Paper> papers)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        using var writer = TopicWriter.TryOpen(folder, DateOnly.MaxValue, anew: true)!;
        for (var i = 0; i < papers.Count; i++)
        {
            writer.Apply(new PaperChange(i + 1, papers[i].Id, papers[i]));
        }

        var counted = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        writer.Commit(papers.Count);
        var all = Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Line("| step | measured |\n|---|---|");
        report.Line(Text($"| papers counted | {writer.Papers:N0} of {papers.Count:N0} in {counted:0.0} s: {papers.Count / counted:N0} papers/s; written in {all - counted:0.0} s |"));
        report.Line(Text($"| memory while counting everything anew | {held / 1e6:0.0} MB |"));
        report.Line(Text($"| on disk | {new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1e6:0.0} MB in {new DirectoryInfo(folder).EnumerateFiles().Count()} files |"));
        var snapshot = TopicSnapshot.Open(folder)!;
        var sketches = Enum.GetValues<TopicSpan>().SelectMany(span => snapshot.Windows[span]).Sum(window => (long)snapshot.Bucket(window).Sketch.Bytes);
        report.Line(Text($"| sketches in memory, all read | {sketches / 1e6:0.0} MB for {string.Join(", ", Enum.GetValues<TopicSpan>().Select(span => $"{snapshot.Windows[span].Count()} {span.ToString().ToLowerInvariant()}s"))} |"));
        var topics = new TrendingTopics(folder, TimeProvider.System);
        foreach (var what in new[] { "first", "second" })
        {
            started = Stopwatch.GetTimestamp();
            topics.GetAsync(null, null, what == "first" ? 20 : 21, CancellationToken.None).GetAwaiter().GetResult();
            report.Line(Text($"| topics of the newest month, {what} time | {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms |"));
        }
    }

    private static void Topics(BenchmarkReport report, string folder, IReadOnlyList<string> asked)
    {
        var topics = new TrendingTopics(folder, TimeProvider.System);
        var snapshot = TopicSnapshot.Open(folder)!;
        var windows = asked.Count > 0
            ? asked.Select(text => TopicWindow.TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is no month or week such as 2025-02 or 2025-W07."))
            : snapshot.Windows[TopicSpan.Month].Where(window => snapshot.Bucket(window).Papers >= 150).Order();
        foreach (var window in windows)
        {
            var page = topics.GetAsync(window, null, Shown, CancellationToken.None).GetAwaiter().GetResult();
            report.Line(Text($"\n## {window}: {page?.Papers ?? 0:N0} papers\n"));
            report.Line("| topic | papers | expected | score | also |\n|---|---|---|---|---|");
            foreach (var topic in page?.Topics ?? [])
            {
                var name = topic.Expansion is null ? topic.Name : $"{topic.Name} ({topic.Expansion})";
                report.Line(Text($"| {name} | {topic.Papers} | {topic.Expected:0.0} | {topic.Score:0.0} | {string.Join(", ", topic.Variants)} |"));
            }
        }
    }

    private static void Errors(BenchmarkReport report, List<Paper> papers)
    {
        const int Smallest = 1 << 12, Largest = 1 << 17;
        var exact = new Dictionary<ulong, int>();
        var sketches = new List<CountSketch>();
        for (var width = Smallest; width <= Largest; width *= 2)
        {
            sketches.Add(new CountSketch(CountSketch.StandardDepth, width, BucketShape.Seed));
        }

        var phrases = new PaperPhrases();
        foreach (var paper in papers)
        {
            phrases.Read(paper);
            for (var i = 0; i < phrases.Count; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(exact, phrases.Hash(i), out _)++;
                sketches.ForEach(sketch => sketch.Add(phrases.Hash(i), 1));
            }
        }

        var norm = Math.Sqrt(exact.Values.Sum(count => (double)count * count));
        report.Line(Text($"\n## The sketch against exact counts, the whole stream in one\n"));
        report.Line(Text($"{exact.Values.Sum(count => (long)count):N0} phrases, {exact.Count:N0} different, ‖f‖₂ = {norm:N0}. Exact counts of them take {exact.Count * 24L / 1e6:N0} MB without any name.\n"));
        report.Line("| counters | memory | stated bound 3‖f‖₂/√w | stated share above it | worst error | share above the bound | mean error |\n|---|---|---|---|---|---|---|");
        foreach (var sketch in sketches)
        {
            var (worst, above, sum, bound) = (0, 0L, 0.0, 3 * norm / Math.Sqrt(sketch.Width));
            foreach (var (key, count) in exact)
            {
                var error = Math.Abs(sketch.Estimate(key) - count);
                (worst, above, sum) = (Math.Max(worst, error), above + (error > bound ? 1 : 0), sum + error);
            }

            report.Line(Text($"| {sketch.Depth} × {sketch.Width:N0} | {sketch.Bytes / 1e6:0.00} MB | {bound:N0} | {sketch.ErrorProbability:0.0000} | {worst:N0} | {(double)above / exact.Count:0.0000000} | {sum / exact.Count:0.0} |"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
