using System.Globalization;
using System.Text.Json;
using Winnow.Sources.Fetching;
using Winnow.Sources.OaiPmh;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.ArXiv;

/// <summary>
/// arXiv's records by OAI-PMH (info.arxiv.org/help/oa), as <c>arXivRaw</c>: it alone has every version with its date, and so the day of the first submission.
/// Incremental by datestamp with a day of overlap; resumption tokens that have expired fall back to windows of a day.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The repository; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Says which day it is.</param>
public sealed class ArXivHarvest(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    /// <summary>How far back a new source begins when nobody says otherwise: what is new, in minutes rather than hours.</summary>
    private const int DaysAtFirst = 90;

    /// <summary>A server that refuses its own fresh tokens again and again is left to the schedule.</summary>
    private const int MostRefusals = 4;

    private static readonly DateOnly Earliest = new(2005, 9, 16);

    private readonly OaiFormat _format = new();

    public static Uri Usual { get; } = new("https://oaipmh.arxiv.org/oai");

    public string Kind => "arxiv";

    public string Description => "preprints of an arXiv category, new and changed, by OAI-PMH";

    public string Follows => "a category such as cs.CL, or an archive such as math";

    public TimeSpan Interval => TimeSpan.FromHours(12);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Check(string follows) => ArXivSets.Check(follows);

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var cursor = Start(position).Begin(Today);
        if (cursor.Token is not null && cursor.TokenExpires <= clock.GetUtcNow())
            return Refused(cursor);

        var address = Address(position.Follows, cursor);
        var page = await client.FetchAsync(new FetchRequest(address), cancel).ConfigureAwait(false);
        var envelope = OaiEnvelope.Read(page.Body);
        if (!envelope.IsOai)
        {
            page.Required();
            throw new SourceException($"{endpoint} did not answer with OAI-PMH, but with something else.");
        }

        cursor = cursor.Believe(envelope.ResponseDay);
        return envelope.ErrorCode switch
        {
            null => Read(cursor, page, envelope),
            "noRecordsMatch" => Done(cursor, [], null),
            "badResumptionToken" when cursor.Token is not null => Refused(cursor),
            var code => throw new SourceException($"{endpoint} refuses what Winnow asked: {code}, {FrameworkMessage.Sentence(envelope.ErrorText ?? "")}"),
        };
    }

    private HarvestCursor Start(SourcePosition position)
    {
        try
        {
            if (position.Cursor is { } text)
                return HarvestCursor.Read(text);
        }
        catch (JsonException)
        {
            // Nothing but a newer Winnow writes another cursor; beginning again costs time and doubles nothing.
        }

        var since = position.Since ?? Today.AddDays(-DaysAtFirst);
        return new HarvestCursor { From = since < Earliest ? Earliest : since };
    }

    private Uri Address(string category, HarvestCursor cursor)
    {
        var query = cursor.Token is { } token
            ? $"verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}"
            : $"verb=ListRecords&metadataPrefix=arXivRaw{Set(category)}&from={Day(cursor.From)}{(cursor.Until is { } until ? $"&until={Day(until)}" : "")}";
        return new UriBuilder(endpoint) { Query = query }.Uri;
    }

    private static string Set(string category) => ArXivSets.SetOf(category) is { } set ? $"&set={set}" : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private SourcePage Read(HarvestCursor cursor, FetchedPage page, OaiEnvelope envelope)
    {
        var items = OaiPageItems.Read(_format, page.Body, envelope.IsDamaged, PageItems.Place(page.Address), clock);
        var note = envelope.IsDamaged ? "A page was damaged: each of its records was read alone, and those that cannot be read are set aside." : null;
        if (envelope.Token is { } token)
        {
            // A token that leads to itself would go round for ever.
            if (token == cursor.Token)
                return Refused(cursor) with { Items = items };

            var next = cursor.Continue(token, envelope.TokenExpires, envelope.NewestDay);
            return new SourcePage(items, next.Write(), IsLast: false) { Fraction = Fraction(next, envelope), Note = note };
        }

        // On a damaged page a token may have been lost with the rest.
        return envelope.IsDamaged ? Refused(cursor) with { Items = items, Note = note } : Done(cursor, items, note);
    }

    private SourcePage Done(HarvestCursor cursor, IReadOnlyList<ReadItem> items, string? note)
    {
        var next = cursor.Next(Today);
        return new SourcePage(items, (next ?? cursor.End()).Write(), IsLast: next is null) { Fraction = next?.Fraction(Today) ?? 1, Note = note };
    }

    private SourcePage Refused(HarvestCursor cursor)
    {
        var next = cursor.Refuse(Today);
        return next.Refusals < MostRefusals
            ? new SourcePage([], next.Write(), IsLast: false)
            {
                Fraction = next.Fraction(Today),
                Note = $"{endpoint.Host} no longer knew where the list had been left; from {Day(next.From)} on it was read day by day.",
            }
            : throw new SourceException($"{endpoint} gives lists that cannot be read to their end: it refuses its own resumption tokens.");
    }

    private double? Fraction(HarvestCursor cursor, OaiEnvelope envelope) =>
        envelope is { ListSize: > 0 and var size, ListPosition: { } before } && cursor.From == cursor.First && cursor.Until is null
            ? Math.Clamp((double)(before + envelope.Records) / size, 0, 1)
            : cursor.Fraction(Today);
}
