using System.Globalization;

namespace Winnow.Benchmarks.Trends;

/// <summary>How well the trend score foretells the top of a week, beside the usual ways to sort, on weeks that the formula was not chosen on.</summary>
internal static class TrendBenchmark
{
    private const int Depth = 10;
    private const int Resamples = 2000;

    private static readonly (string Name, Func<Glance, double> Score)[] Rankings =
    [
        ("Winnow", glance => glance.Winnow()),
        ("votes", glance => glance.Votes),
        ("news formula", glance => glance.News()),
        ("recency", glance => glance.Recency()),
    ];

    internal static async Task<int> RunAsync(bool qualityOnly)
    {
        var report = new BenchmarkReport("trends");
        report.Line("# Trends\n");
        report.Line($"{Machine.Describe()}.\n");
        Quality(report, DailyPapers.Weeks(RepositoryFolder.Data("hf-daily")));
        if (!qualityOnly)
        {
            await TrendListBenchmark.RunAsync(report);
            Console.WriteLine($"\nWritten to {report.Save()}");
        }

        return 0;
    }

    private static void Quality(BenchmarkReport report, IReadOnlyList<IReadOnlyList<DailyPaper>> weeks)
    {
        var held = weeks.Count / 4;
        report.Line(Text($"""
            ## The top of a week, foretold

            {weeks.Count} ISO weeks of Hugging Face's daily papers, {weeks.Sum(week => week.Count):N0} papers, of which at least ten were seen again three days later. The last {held} weeks
            ({weeks[^held][0].Day:yyyy-MM-dd} on) are held back; the numbers of the formula were chosen on the {weeks.Count - held} before. Every ranking knows only what was seen until
            its moment. NDCG@10 with the most votes ever seen as gain; ties go to the smaller arXiv id. The difference is to sorting by votes, with the 95 % interval of
            {Resamples:N0} resamples of weeks.

            """));
        Table(report, "Held-back weeks", [.. weeks.TakeLast(held)]);
        Table(report, "Weeks that the formula was chosen on", [.. weeks.SkipLast(held)]);
    }

    private static void Table(BenchmarkReport report, string name, IReadOnlyList<IReadOnlyList<DailyPaper>> weeks)
    {
        report.Line($"### {name}\n");
        report.Line($"| look | lists | {string.Join(" | ", Rankings.Select(ranking => ranking.Name))} | Winnow − votes |");
        report.Line($"|---|---|{string.Concat(Rankings.Select(_ => "---|"))}---|");
        foreach (var look in Look.All)
        {
            // For each week the sum over its lists, for each ranking.
            var byWeek = weeks.Select(week => look.Lists(week).ToList()).Where(lists => lists.Count > 0)
                .Select(lists => (Lists: lists.Count, Sums: Rankings.Select(ranking => lists.Sum(list => Ndcg(list, ranking.Score))).ToArray())).ToList();
            var lists = byWeek.Sum(week => week.Lists);
            var means = Rankings.Select((_, i) => byWeek.Sum(week => week.Sums[i]) / lists).ToArray();
            var (low, high) = Interval([.. byWeek.Select(week => (week.Lists, week.Sums[0] - week.Sums[1]))]);
            report.Line(Text($"| {look.Name} | {lists} | {string.Join(" | ", means.Select(mean => mean.ToString("0.0000", CultureInfo.InvariantCulture)))} | {means[0] - means[1]:+0.0000;−0.0000} ({low:+0.0000;−0.0000} to {high:+0.0000;−0.0000}) |"));
        }

        report.Line("");
    }

    private static double Ndcg(IReadOnlyList<Glance> list, Func<Glance, double> score)
    {
        var found = list.Select(glance => (glance.Paper, Score: score(glance)))
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Paper.Id, StringComparer.Ordinal)
            .Take(Depth).Select((entry, i) => entry.Paper.Final / Math.Log2(i + 2)).Sum();
        var best = list.Select(glance => glance.Paper.Final).OrderDescending().Take(Depth).Select((votes, i) => votes / Math.Log2(i + 2)).Sum();
        return best == 0 ? 1 : found / best;
    }

    private static (double Low, double High) Interval(IReadOnlyList<(int Lists, double Difference)> weeks)
    {
        var random = new Random(1);
        var means = Enumerable.Range(0, Resamples).Select(_ =>
        {
            var drawn = Enumerable.Range(0, weeks.Count).Select(_ => weeks[random.Next(weeks.Count)]).ToList();
            return drawn.Sum(week => week.Difference) / drawn.Sum(week => week.Lists);
        }).Order().ToList();
        return (means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples)]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
