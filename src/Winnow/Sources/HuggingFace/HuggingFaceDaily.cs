using System.Globalization;
using System.Net;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.HuggingFace;

/// <summary>
/// Hugging Face's daily papers (<c>/api/daily_papers?date=…</c>), a day a page. Votes and stars go on growing, so every run begins some days before the newest
/// day that is stored. At weekends a day is empty.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The list of a day; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Says which day it is.</param>
public sealed class HuggingFaceDaily(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    /// <summary>The only list that there is.</summary>
    private const string Daily = "daily";

    /// <summary>More than any day has had; a day that is fuller has further pages.</summary>
    private const int PageSize = 100;

    private const int MostPages = 20;

    /// <summary>How far back a new source begins when nobody says otherwise.</summary>
    private const int DaysAtFirst = 30;

    /// <summary>Nine in ten of a paper's votes come within its first week.</summary>
    private const int DaysAgain = 7;

    /// <summary>The first day of the list.</summary>
    private static readonly DateOnly Earliest = new(2023, 5, 4);

    private readonly HuggingFaceFormat _format = new();

    public static Uri Usual { get; } = new("https://huggingface.co/api/daily_papers");

    public string Kind => "huggingface";

    public string Description => "the papers that Hugging Face's readers choose each day, with their votes and code";

    public string Follows => $"\"{Daily}\", the only list that there is";

    public TimeSpan Interval => TimeSpan.FromHours(4);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Check(string follows) => follows.Trim().ToLowerInvariant() is "" or Daily or "daily_papers" or "daily-papers" or "papers"
        ? Daily
        : throw new SourceException($"Hugging Face has one list of papers, \"{Daily}\".") { NeedsPerson = true };

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var today = Today;
        var cursor = DailyCursor.Read(position.Cursor) ?? new DailyCursor(Later(position.Since ?? today.AddDays(-DaysAtFirst), Earliest));
        if (position.IsFirstOfRun && cursor.First is null)
        {
            // The day that is stored last was read before it had ended.
            var from = position.Cursor is null ? cursor.Day : cursor.Day.AddDays(-DaysAgain);
            cursor = new DailyCursor(Later(from < today ? from : today, Later(position.Since ?? Earliest, Earliest))) { First = from };
        }

        var address = new UriBuilder(endpoint)
        {
            Query = string.Create(CultureInfo.InvariantCulture, $"date={cursor.Day:yyyy-MM-dd}&limit={PageSize}{(cursor.Page > 0 ? $"&p={cursor.Page}" : "")}"),
        }.Uri;
        var page = await client.FetchAsync(new FetchRequest(address), cancel).ConfigureAwait(false);
        var items = Items(page, cursor.Day >= today);
        var next = items.Count >= PageSize && cursor.Page + 1 < MostPages ? cursor with { Page = cursor.Page + 1 } : cursor.NextDay();
        var isLast = next.Day > today;
        return new SourcePage(items, (isLast ? new DailyCursor(today) : next).Write(), isLast) { Fraction = isLast ? 1 : next.Fraction(today) };
    }

    private IReadOnlyList<ReadItem> Items(FetchedPage page, bool isToday)
    {
        // In the morning there is no list of the day yet.
        if (isToday && page.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
            return [];

        page.Required();
        return page.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..]
            ? PageItems.Read(_format, page, clock)
            : throw new SourceException($"{endpoint.Host} did not answer with a list of papers, but with something else.");
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
