using System.Globalization;
using System.Runtime.InteropServices;
using Winnow.Papers;
using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Files;

namespace Winnow.Benchmarks.Topics;

/// <summary>How far the counts of topics are from exact ones, beside the stated bounds.</summary>
internal static class TopicErrors
{
    /// <summary>The whole stream in one stretch, with the names of a month, for sketches of several widths.</summary>
    internal static void OfWholeStream(BenchmarkReport report, List<Paper> papers)
    {
        const int Smallest = 1 << 12, Largest = 1 << 17;
        var buckets = new List<TopicBucket>();
        for (var width = Smallest; width <= Largest; width *= 2)
        {
            buckets.Add(new TopicBucket(TopicWindow.Of(TopicSpan.Month, DateOnly.MinValue), new CountSketch(CountSketch.StandardDepth, width, BucketShape.Seed)));
        }

        var exact = Count(papers, buckets);
        report.Line(Text($"\n## Counts against exact ones, the whole stream in one\n"));
        report.Line(Text($"{exact.Values.Sum(count => (long)count):N0} phrases, {exact.Count:N0} different. Exact counts of them take {exact.Count * 24L / 1e6:N0} MB without any name."));
        report.Line(Text($"{BucketShape.Of(TopicSpan.Month).Candidates:N0} phrases have names and are not in the sketch; σ = ‖what is left‖₂/√w, *m* the most papers of a phrase that is left."));
        report.Line(Text($"The bound of one holds for each phrase with a probability of {1 - SketchBound.ProbabilityAboveThree(CountSketch.StandardDepth):0.0000}; that of all for all {exact.Count:N0} at once, with 1 − 10⁻⁶.\n"));
        report.Line("| counters | memory | least count of a name | *m* | bound of one, 3σ | share above it | bound of all | worst error | mean error | worst error of a name |\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var bucket in buckets)
        {
            var errors = Errors(bucket, exact);
            report.Line(Text($"| {bucket.Sketch.Depth} × {bucket.Sketch.Width:N0} | {bucket.Sketch.Bytes / 1e6:0.00} MB | {bucket.Heap.Floor:N0} | {errors.Largest:N0} | {3 * errors.Deviation:0.0} | {errors.Above:0.0000000} | {errors.Bound:0.0} | {errors.Worst:N0} | {errors.Mean:0.00} | {errors.WorstOfNames:N0} |"));
        }
    }

    /// <summary>The months as the product keeps them, and the topics that it lists with their curves.</summary>
    internal static async Task OfMonthsAsync(BenchmarkReport report, List<Paper> papers, TopicSnapshot snapshot, TrendingTopics topics, int listed)
    {
        var months = papers.Select(paper => (Paper: paper, Month: Appearance.Of(paper, DateOnly.MaxValue)?.Windows.FirstOrDefault(window => window.Span == TopicSpan.Month)))
            .Where(entry => entry.Month is { Span: TopicSpan.Month }).ToLookup(entry => entry.Month!.Value, entry => entry.Paper);
        var shown = new Dictionary<(TopicWindow Month, ulong Topic), (int Papers, bool Listed)>();
        foreach (var month in months.Select(group => group.Key))
        {
            // A topic with an expansion shows the curve of one of its two names.
            var page = await topics.GetAsync(month, null, listed, CancellationToken.None);
            foreach (var topic in (page?.Topics ?? []).Where(topic => topic.Expansion is null))
            {
                var hash = KeyHash.OfPhrase(topic.Key);
                foreach (var point in topic.Curve)
                {
                    var isListed = point.Window == month || shown.GetValueOrDefault((point.Window, hash)).Listed;
                    shown[(point.Window, hash)] = (point.Papers, isListed);
                }
            }
        }

        var (worst, worstOfNames, phrases, violations, largestShare) = (0, 0, 0L, 0, 0.0);
        var (listedErrors, curveErrors) = (new List<int>(), new List<int>());
        foreach (var month in months)
        {
            var exact = Count(month, []);
            var errors = Errors(snapshot.Bucket(month.Key), exact);
            (worst, worstOfNames, phrases) = (Math.Max(worst, errors.Worst), Math.Max(worstOfNames, errors.WorstOfNames), phrases + exact.Count);
            violations += errors.Worst > errors.Bound ? 1 : 0;
            largestShare = Math.Max(largestShare, errors.Bound == 0 ? 0 : errors.Worst / errors.Bound);
            foreach (var (key, point) in shown.Where(entry => entry.Key.Month == month.Key))
            {
                (point.Listed ? listedErrors : curveErrors).Add(Math.Abs(point.Papers - exact.GetValueOrDefault(key.Topic)));
            }
        }

        report.Line(Text($"\n## The months as they are kept\n\n| what | measured |\n|---|---|"));
        report.Line(Text($"| months; phrases in them | {months.Count}; {phrases:N0} |"));
        report.Line(Text($"| worst error of a phrase without a name | {worst} papers; at most {largestShare:0 %} of its month's bound, which {violations} months exceed |"));
        report.Line(Text($"| worst error of a phrase with a name | {worstOfNames} papers |"));
        report.Line(Text($"| counts of listed topics, {listed} a month | {listedErrors.Count:N0}, {listedErrors.Count(error => error == 0):N0} of them exact, worst error {listedErrors.DefaultIfEmpty().Max()} |"));
        report.Line(Text($"| points of their curves in other months | {curveErrors.Count:N0}, {curveErrors.Count(error => error == 0):N0} of them exact, worst error {curveErrors.DefaultIfEmpty().Max()} |"));
    }

    private static Dictionary<ulong, int> Count(IEnumerable<Paper> papers, IReadOnlyList<TopicBucket> buckets)
    {
        var exact = new Dictionary<ulong, int>();
        var phrases = new PaperPhrases();
        foreach (var paper in papers)
        {
            phrases.Read(paper);
            for (var i = 0; i < phrases.Count; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(exact, phrases.Hash(i), out _)++;
            }

            foreach (var bucket in buckets)
            {
                bucket.Add(phrases, 1);
            }
        }

        return exact;
    }

    private static (double Deviation, int Largest, double Bound, int Worst, double Mean, double Above, int WorstOfNames) Errors(TopicBucket bucket, Dictionary<ulong, int> exact)
    {
        var (squares, largest, worst, sum, above, named) = (0.0, 0, 0, 0.0, 0L, 0);
        var unnamed = new List<int>(exact.Count);
        foreach (var (key, count) in exact)
        {
            var isNamed = bucket.Heap.TryGet(key, out var candidate);
            var left = isNamed ? count - candidate!.Count : count;
            (squares, largest) = (squares + ((double)left * left), Math.Max(largest, Math.Abs(left)));
            if (isNamed)
            {
                named = Math.Max(named, Math.Abs(left));
                continue;
            }

            var error = Math.Abs(bucket.Sketch.Estimate(key) - count);
            (worst, sum) = (Math.Max(worst, error), sum + error);
            unnamed.Add(error);
        }

        var deviation = Math.Sqrt(squares / bucket.Sketch.Width);
        above = unnamed.Count(error => error > 3 * deviation);
        return (deviation, largest, SketchBound.OfAll(deviation, largest, exact.Count), worst, sum / Math.Max(1, unnamed.Count), (double)above / Math.Max(1, unnamed.Count), named);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
