using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.ArXiv;

/// <summary>
/// How far a harvest is. It goes through windows of days; a window is done when its list was read to the end, whatever the order of its records, and no window
/// that is done is read again. The order in which a list has come so far says nothing of what is still to come, so within a window no day counts as done.
/// </summary>
internal sealed partial record HarvestCursor
{
    /// <summary>A month of arXiv's largest archive is ten pages; a window whose token was refused costs thirty requests.</summary>
    private const int WindowDays = 30;

    /// <summary>Datestamps are days, and a day's records may still come when it was read.</summary>
    private const int OverlapDays = 1;

    /// <summary>The first day of the present window: all before it is done.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day; null for the newest window, which has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day on which the present harvest began, by the server's clock; null between harvests.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>Where the present harvest began, for its progress.</summary>
    public DateOnly? First { get; init; }

    /// <summary>What the next page of the window is asked with; null at its beginning.</summary>
    public string? Token { get; init; }

    public DateTimeOffset? TokenExpires { get; init; }

    /// <summary>The newest datestamp of the window so far, for the progress alone.</summary>
    public DateOnly? Newest { get; init; }

    /// <summary>Windows are single days up to this one: a token was refused.</summary>
    public DateOnly? ByDayUntil { get; init; }

    /// <summary>Tokens that were refused since the last progress.</summary>
    public int Refusals { get; init; }

    internal static HarvestCursor Read(string text) =>
        JsonSerializer.Deserialize(text, HarvestCursorJson.Default.HarvestCursor) ?? throw new JsonException("The cursor is empty.");

    internal string Write() => JsonSerializer.Serialize(this, HarvestCursorJson.Default.HarvestCursor);

    /// <summary>Starts a harvest, unless one is under way.</summary>
    internal HarvestCursor Begin(DateOnly today) => Began is null ? (this with { Began = today, First = From }).Window(today) : this;

    /// <summary>The server's clock counts, not this machine's: a clock that is ahead would skip days for ever.</summary>
    internal HarvestCursor Believe(DateOnly? serverDay) => serverDay < Began ? this with { Began = serverDay } : this;

    /// <summary>A page was stored, and the server gave a token for the next.</summary>
    internal HarvestCursor Continue(string token, DateTimeOffset? expires, DateOnly? newest) =>
        this with { Token = token, TokenExpires = expires, Newest = newest > Newest || Newest is null ? newest ?? Newest : Newest };

    /// <summary>The server does not take the token any more: the window is asked by days.</summary>
    internal HarvestCursor Refuse(DateOnly today) =>
        (this with { ByDayUntil = ByDayUntil ?? Until ?? Later(From, today), Refusals = Refusals + 1 }).Window(today);

    /// <summary>The window's list was read to its end.</summary>
    /// <returns>The next window; null when this was the newest.</returns>
    internal HarvestCursor? Next(DateOnly today) =>
        Until is { } until && until < today ? (this with { From = until.AddDays(1), Refusals = 0 }).Window(today) : null;

    /// <summary>All windows are done: from where the next harvest goes on.</summary>
    internal HarvestCursor End() => new() { From = Later(From, Began is { } day ? day.AddDays(-OverlapDays) : From) };

    /// <summary>How much of the harvest is done, by days.</summary>
    internal double? Fraction(DateOnly today)
    {
        if (First is not { } first || first >= today)
            return null;

        var reached = Newest is { } newest && newest > From ? newest : From;
        return Math.Clamp((double)(reached.DayNumber - first.DayNumber) / (today.DayNumber - first.DayNumber + 1), 0, 1);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private HarvestCursor Window(DateOnly today)
    {
        var byDay = ByDayUntil >= From;
        return this with
        {
            Until = byDay ? From : From.AddDays(WindowDays) < today ? From.AddDays(WindowDays - 1) : null,
            ByDayUntil = byDay ? ByDayUntil : null,
            Token = null,
            TokenExpires = null,
            Newest = null,
        };
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(HarvestCursor))]
    private sealed partial class HarvestCursorJson : JsonSerializerContext;
}
