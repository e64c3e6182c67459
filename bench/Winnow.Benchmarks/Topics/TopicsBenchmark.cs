using System.Diagnostics;
using System.Globalization;
using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Files;

namespace Winnow.Benchmarks.Topics;

/// <summary>Trending topics over all papers of ../shared/data: what rises, at what rate and memory, and how far the sketches are from exact counts.</summary>
internal static class TopicsBenchmark
{
    private const int Shown = 15;

    /// <summary>Ranks what was counted into a folder before, which takes seconds where counting takes a minute; counts when nothing was.</summary>
    internal static async Task RankAsync(string folder, IReadOnlyList<string> months)
    {
        var report = new BenchmarkReport("topics");
        if (TopicSnapshot.Open(folder) is null)
        {
            await CountAsync(report, folder, [.. DatedPapers.Read()]);
        }

        await TopicsAsync(report, folder, months);
    }

    internal static async Task RunAsync(IReadOnlyList<string> months)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var report = new BenchmarkReport("topics");
            report.Line("# Trending topics\n");
            report.Line($"{Machine.Describe()}. One core; all papers of ../shared/data, duplicates left out.\n");
            var papers = DatedPapers.Read().ToList();
            await CountAsync(report, folder, papers);
            if (months.Count == 0)
            {
                TopicErrors.OfWholeStream(report, papers);
                await TopicErrors.OfMonthsAsync(report, papers, TopicSnapshot.Open(folder)!, new TrendingTopics(folder, TimeProvider.System), Shown);
            }

            await TopicsAsync(report, folder, months);
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

    private static async Task CountAsync(BenchmarkReport report, string folder, List<Paper> papers)
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
        await writer.CommitAsync(papers.Count, new Pace(TimeProvider.System, 1), CancellationToken.None);
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
            await topics.GetAsync(null, null, what == "first" ? 20 : 21, CancellationToken.None);
            report.Line(Text($"| topics of the newest month, {what} time | {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms |"));
        }
    }

    private static async Task TopicsAsync(BenchmarkReport report, string folder, IReadOnlyList<string> asked)
    {
        var topics = new TrendingTopics(folder, TimeProvider.System);
        var snapshot = TopicSnapshot.Open(folder)!;
        var windows = asked.Count > 0
            ? asked.Select(text => TopicWindow.TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is no month or week such as 2025-02 or 2025-W07."))
            : snapshot.Windows[TopicSpan.Month].Where(window => snapshot.Bucket(window).Papers >= 150).Order();
        foreach (var window in windows)
        {
            var page = await topics.GetAsync(window, null, Shown, CancellationToken.None);
            report.Line(Text($"\n## {window}: {page?.Papers ?? 0:N0} papers\n"));
            report.Line("| topic | papers | expected | score | also |\n|---|---|---|---|---|");
            foreach (var topic in page?.Topics ?? [])
            {
                var name = topic.Expansion is null ? topic.Name : $"{topic.Name} ({topic.Expansion})";
                report.Line(Text($"| {name} | {topic.Papers} | {topic.Expected:0.0} | {topic.Score:0.0} | {string.Join(", ", topic.Variants)} |"));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
