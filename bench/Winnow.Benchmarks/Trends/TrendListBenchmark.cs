using System.Diagnostics;
using System.Globalization;
using System.Text;
using Winnow.Papers;
using Winnow.Sources;
using Winnow.Storage.Sqlite;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Benchmarks.Trends;

/// <summary>How long a list of trending papers takes among 200,000 papers with a million signals, made up from a seed.</summary>
internal static class TrendListBenchmark
{
    private const int Papers = 200_000;
    private const int CountsEach = 5;
    private const int Batch = 2000;
    private const int Votes = 50;
    private const int Pages = 200;
    private const int WarmUp = 20;

    private static readonly string[] Categories = ["cs.CL", "cs.CV", "cs.LG", "cs.AI", "cs.RO", "stat.ML", "math.NA", "hep-th", "eess.AS", "q-bio.NC"];
    private static readonly string[] Venues = ["ACL", "NeurIPS", "ICML", "CVPR", "arXiv"];

    internal static async Task RunAsync(BenchmarkReport report)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var newest = TimeProvider.System.GetUtcNow();
            report.Line(Text($"## Lists among {Papers:N0} papers with {Papers * CountsEach:N0} counts\n"));
            report.Line("| step | measured |\n|---|---|");
            await using (var library = Open(folder))
            {
                await FillAsync(library);
                await ComputeAsync(report, library);
            }

            await using (var library = Open(folder))
            {
                await MeasureAsync(report, library, new TrendUpdater(library.Signals, TimeProvider.System), new TrendingPapers(library, library.Signals, TimeProvider.System));
            }

            await TrendPageBenchmark.RunAsync(report, folder, newest);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SqliteLibrary Open(string folder) => SqliteLibrary.Open(Path.Combine(folder, "library.db"), KnownFormats.All, TimeProvider.System);

    private static async Task ComputeAsync(BenchmarkReport report, SqliteLibrary library)
    {
        var started = Stopwatch.GetTimestamp();
        var computed = await new TrendUpdater(library.Signals, TimeProvider.System).CatchUpAsync(CancellationToken.None);
        report.Line(Text($"| trends of all papers computed for the first time | {computed:N0} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s |"));
    }

    private static async Task MeasureAsync(BenchmarkReport report, SqliteLibrary library, TrendUpdater updater, TrendingPapers trending)
    {
        var started = Stopwatch.GetTimestamp();
        var page = await trending.GetAsync(new TrendingRequest(), CancellationToken.None);
        report.Line(Text($"| first list of a process | {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms |"));

        started = Stopwatch.GetTimestamp();
        var computed = 0;
        for (var i = 0; i < Votes; i++)
        {
            await trending.RecordVoteAsync(page.Papers[i % page.Papers.Count].Paper.Id, ReaderKey.Of($"reader {i}"), CancellationToken.None);
            computed += await updater.CatchUpAsync(CancellationToken.None);
            await trending.GetAsync(new TrendingRequest { Limit = 1 }, CancellationToken.None);
        }

        report.Line(Text($"| a vote, stored on disk, until a list shows it | {Stopwatch.GetElapsedTime(started).TotalMilliseconds / Votes:0.0} ms, {(double)computed / Votes:0.0} paper computed |"));
        await PagesAsync(report, trending);
    }

    private static async Task PagesAsync(BenchmarkReport report, TrendingPapers trending)
    {
        report.Line("\n| a page of 25 papers with their reasons | median | p99 |\n|---|---|---|");
        var all = Enum.GetValues<TrendWindow>();
        foreach (var (name, request) in new (string, Func<int, TrendingRequest>)[]
        {
            ("any window", i => new TrendingRequest { Window = all[i % all.Length] }),
            ("any window and category", i => new TrendingRequest { Window = all[i % all.Length], Category = Categories[i % Categories.Length] }),
            ("any window and venue", i => new TrendingRequest { Window = all[i % all.Length], Venue = Venues[i % Venues.Length] }),
            ("the 40th page of any window", i => new TrendingRequest { Window = all[i % all.Length], Offset = 975 }),
        })
        {
            string[] numbers = [.. Enumerable.Range(0, Pages).Select(i => i.ToString(CultureInfo.InvariantCulture))];
            var times = await Latencies.MeasureAsync(numbers, number => trending.GetAsync(request(int.Parse(number, CultureInfo.InvariantCulture)), CancellationToken.None), WarmUp);
            report.Line($"| {name} | {times} |");
        }
    }

    private static async Task FillAsync(SqliteLibrary library)
    {
        var random = new Random(1);
        var now = TimeProvider.System.GetUtcNow();
        await using var import = await library.BeginImportAsync("made up", CancellationToken.None);
        for (var first = 0; first < Papers; first += Batch)
        {
            await import.ApplyAsync([.. Enumerable.Range(first, Batch).Select(number => new IncomingRecord(Record(number, random, now)))], 0, CancellationToken.None);
        }

        await import.FinishAsync(null, CancellationToken.None);
    }

    /// <summary>Ages of up to two years, half of them within two months; votes by a power law, counted five times.</summary>
    private static SourceRecord Record(int number, Random random, DateTimeOffset now)
    {
        var age = TimeSpan.FromDays(Math.Pow(random.NextDouble(), 3.6) * 730);
        var begin = now - age;
        var final = Math.Min(2000, 5 / Math.Pow(1 - random.NextDouble(), 0.8));
        var category = Categories[(int)(Math.Pow(random.NextDouble(), 2) * Categories.Length)];
        var venue = Venues[random.Next(Venues.Length)];
        var fields = new RecordFields
        {
            Title = $"Paper number {number} of those that were made up",
            Published = DateOnly.FromDateTime(begin.UtcDateTime),
            Year = begin.Year,
            Categories = [category, Categories[random.Next(Categories.Length)]],
            Venue = venue,
        };
        var raw = $$"""{"id":"{{number}}","title":"{{fields.Title}}","published":"{{fields.Published:yyyy-MM-dd}}","year":{{fields.Year}},"venue":"{{venue}}","categories":["{{category}}","{{fields.Categories[1]}}"]}""";
        return new SourceRecord
        {
            Source = "file",
            Key = number.ToString(CultureInfo.InvariantCulture),
            Format = "winnow",
            Raw = Encoding.UTF8.GetBytes(raw),
            Fields = fields,
            Observations =
            [
                .. Enumerable.Range(0, CountsEach).Select(look =>
                    new Observation(SignalKind.Upvote, "huggingface", begin + (age * look / CountsEach), (long)(final * look / (CountsEach - 1)))),
            ],
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
