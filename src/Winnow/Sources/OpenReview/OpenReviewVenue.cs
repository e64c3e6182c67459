using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.OpenReview;

/// <summary>
/// All submissions of a venue at OpenReview (API v2, <c>notes?content.venueid=…</c>). What became of a submission is the last part of its <c>venueid</c>, so a
/// venue is five lists: what was taken, what is under review, what was rejected, withdrawn, or not reviewed at all.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The notes; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Dates what is read.</param>
public sealed partial class OpenReviewVenue(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    /// <summary>The most that the API gives at once.</summary>
    private const int PageSize = 1000;

    /// <summary>No venue has a tenth as many.</summary>
    private const int MostNotes = 200_000;

    private static readonly string[] Outcomes = ["", "/Submission", "/Rejected_Submission", "/Withdrawn_Submission", "/Desk_Rejected_Submission"];

    /// <summary>Venues by the names that people use; the year stands for itself.</summary>
    private static readonly (string Name, string VenueId)[] Names =
    [
        ("ICLR", "ICLR.cc/{0}/Conference"), ("NEURIPS", "NeurIPS.cc/{0}/Conference"), ("NIPS", "NeurIPS.cc/{0}/Conference"), ("ICML", "ICML.cc/{0}/Conference"),
        ("COLM", "colmweb.org/COLM/{0}/Conference"), ("CORL", "robot-learning.org/CoRL/{0}/Conference"), ("UAI", "auai.org/UAI/{0}/Conference"), ("TMLR", "TMLR"),
    ];

    private readonly OpenReviewFormat _format = new();

    public static Uri Usual { get; } = new("https://api2.openreview.net/notes");

    public string Kind => "openreview";

    public string Description => "a venue's submissions at OpenReview, with what became of them";

    public string Follows => "a venue such as \"ICLR 2026\", or its id such as ICLR.cc/2026/Conference";

    public TimeSpan Interval => TimeSpan.FromDays(1);

    public string Check(string follows)
    {
        var text = follows.Trim().Trim('/');
        if (NameAndYear().Match(text) is { Success: true } words
            && Names.FirstOrDefault(name => name.Name.Equals(words.Groups[1].Value, StringComparison.OrdinalIgnoreCase)).VenueId is { } venue)
        {
            return words.Groups[2].Success || !venue.Contains("{0}", StringComparison.Ordinal)
                ? string.Format(CultureInfo.InvariantCulture, venue, words.Groups[2].Value)
                : throw new SourceException($"Which year of {text}? Name it as in \"{text} 2026\".") { NeedsPerson = true };
        }

        return VenueId().IsMatch(text)
            ? text
            : throw new SourceException($"\"{text}\" is no venue of OpenReview; name it as in \"ICLR 2026\" or ICLR.cc/2026/Conference.") { NeedsPerson = true };
    }

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var (list, offset) = position.IsFirstOfRun && position.Cursor is null ? (0, 0) : Read(position.Cursor);
        var venue = position.Follows + Outcomes[list];
        var address = new UriBuilder(endpoint)
        {
            Query = string.Create(CultureInfo.InvariantCulture, $"content.venueid={Uri.EscapeDataString(venue)}&limit={PageSize}&offset={offset}"),
        }.Uri;
        var page = await client.FetchAsync(new FetchRequest(address), cancel).ConfigureAwait(false);
        Recognise(page, venue, address);
        var items = PageItems.Read(_format, page, clock);
        var answer = NotesAnswer.Read(page.Body);
        if (answer is null && items.All(item => item is RejectedRecord))
            throw new SourceException($"{endpoint.Host} sent a page of {venue} that breaks off before its first paper.");

        // On a page that is damaged, what could be cut out of it counts: the next begins behind that, and may give some again.
        var count = answer?.Notes ?? items.Count(item => item is ReadRecord);
        var read = offset + count;
        var isListRead = answer is not null && (count == 0 || (answer.Total is { } total ? read >= total : count < PageSize)) || read >= MostNotes;
        var (nextList, nextOffset) = isListRead ? (list + 1, 0) : (list, read);
        var isLast = nextList == Outcomes.Length;
        return new SourcePage(items, isLast ? null : string.Create(CultureInfo.InvariantCulture, $"{nextList} {nextOffset}"), isLast)
        {
            Fraction = isLast ? 1 : (nextList + (isListRead || answer?.Total is not > 0 ? 0 : Math.Min(1, (double)read / answer.Total.Value))) / Outcomes.Length,
            Note = answer is null ? "A page was damaged: what could be read of it was, and the rest is asked for again." : null,
        };
    }

    private static (int List, int Offset) Read(string? cursor) =>
        cursor?.Split(' ') is [var list, var offset]
        && int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Outcomes.Length
        && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var notes)
            ? (number, notes)
            : (0, 0);

    /// <exception cref="SourceException">It is no list of notes.</exception>
    private void Recognise(FetchedPage page, string venue, Uri address)
    {
        var start = page.Body.Span[..Math.Min(page.Body.Length, 4096)];
        var isPage = start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
        if (page.Status != HttpStatusCode.OK && (start.IndexOf("hallenge"u8) >= 0 || isPage))
        {
            throw new SourceException(
                $"OpenReview wants to see that a person is asking (\"challenge verification required\"), which Winnow cannot show: open {address.AbsoluteUri} in your browser, save the page, and import the file with `winnow import FILE`.")
            {
                NeedsPerson = true,
            };
        }

        if (page.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
            throw new SourceException($"OpenReview knows no venue {venue}.") { NeedsPerson = true };

        page.Required();
        if (isPage)
            throw new SourceException($"{endpoint.Host} answered with a web page instead of notes: open {address.AbsoluteUri} in your browser, save what it shows, and import the file with `winnow import FILE`.") { NeedsPerson = true };
    }

    [GeneratedRegex(@"^([A-Za-z]+)(?:[ -]?(\d{4}))?$")]
    private static partial Regex NameAndYear();

    [GeneratedRegex(@"^[A-Za-z][\w.-]*(/[\w.-]+){1,6}$")]
    private static partial Regex VenueId();
}
