using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Trends.Signals;

namespace Winnow.Benchmarks.Trends;

/// <summary>Reads <c>hf-daily</c> into weeks.</summary>
internal static class DailyPapers
{
    /// <summary>A week whose best papers nobody looked at later has no truth.</summary>
    private const int LeastSeenLater = 10;

    private static readonly TimeSpan Later = TimeSpan.FromHours(72);

    /// <summary>ISO weeks, the oldest first, of which at least ten papers were seen again three days later.</summary>
    internal static IReadOnlyList<IReadOnlyList<DailyPaper>> Weeks(string folder)
    {
        var votes = Lines(Path.Combine(folder, "votes.jsonl.gz"))
            .Select(line => (Id: Text(line, "arxiv")!, Seen: new Observation(SignalKind.Upvote, "huggingface", Moment(line, "at")!.Value, Number(line, "upvotes")!.Value)))
            .ToLookup(vote => vote.Id, vote => vote.Seen);
        return
        [
            .. Lines(Path.Combine(folder, "papers.jsonl.gz"))
                .DistinctBy(line => Text(line, "arxiv"))
                .Select(line => Paper(line, votes[Text(line, "arxiv")!]))
                .GroupBy(paper => (ISOWeek.GetYear(paper.Midnight.DateTime), ISOWeek.GetWeekOfYear(paper.Midnight.DateTime)))
                .OrderBy(week => week.Key)
                .Where(week => week.Count(paper => paper.Seen.Any(seen => seen.Kind is SignalKind.Upvote && seen.At - paper.Midnight >= Later)) >= LeastSeenLater)
                .Select(week => (IReadOnlyList<DailyPaper>)[.. week]),
        ];
    }

    private static DailyPaper Paper(JsonElement line, IEnumerable<Observation> votes)
    {
        var day = DateOnly.Parse(Text(line, "day")!, CultureInfo.InvariantCulture);
        // Unknown only before March 2025, where the list was made at midnight.
        var submitted = Moment(line, "submitted_on_daily_at") ?? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var snapshot = Moment(line, "snapshot_at")!.Value;
        var seen = new List<Observation>(votes) { new(SignalKind.Upvote, "huggingface", submitted, 0), new(SignalKind.Mention, "huggingface", submitted, 0) };
        Add(seen, SignalKind.Upvote, "huggingface", snapshot, Number(line, "upvotes"));
        Add(seen, SignalKind.Mention, "huggingface", snapshot, Number(line, "comments"));
        Add(seen, SignalKind.Star, "github", snapshot, Number(line, "github_stars"));
        return new DailyPaper(Text(line, "arxiv")!, day, submitted, [.. seen.Distinct().OrderBy(one => one.At)]);
    }

    private static void Add(List<Observation> seen, SignalKind kind, string source, DateTimeOffset at, long? count)
    {
        if (count is { } number)
        {
            seen.Add(new Observation(kind, source, at, number));
        }
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt64() : null;

    private static DateTimeOffset? Moment(JsonElement line, string name) => Text(line, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
