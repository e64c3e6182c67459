using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Winnow.Sources.Feeds;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.ArXiv;

/// <summary>
/// What a query of the arXiv API finds (info.arxiv.org/help/api/user-manual.html), newest change first until what was known before: for an author or a phrase,
/// where a whole category would be too much. Papers that a change moves while the pages are read come twice at worst.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The query API; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Says which day it is.</param>
public sealed partial class ArXivSearch(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    private const int DaysAtFirst = 90;

    /// <summary>The manual allows 2,000, which take arXiv half a minute and often fail.</summary>
    private const int PageSize = 500;

    /// <summary>Beyond, the API answers with HTTP status 500.</summary>
    private const int Deepest = 10_000;

    private const int LongestQuery = 1000;

    private readonly ArXivApiFormat _format = new();

    public static Uri Usual { get; } = new("https://export.arxiv.org/api/query");

    public string Kind => "arxiv-search";

    public string Description => "what a query of the arXiv API finds";

    public string Follows => "a query of the arXiv API, such as au:vaswani AND cat:cs.CL";

    public TimeSpan Interval => TimeSpan.FromDays(1);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Check(string follows)
    {
        var query = string.Join(' ', follows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return query.Length is > 0 and <= LongestQuery
            ? query
            : throw new SourceException("A query of the arXiv API is such as au:vaswani AND cat:cs.CL.") { NeedsPerson = true };
    }

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var cursor = SearchCursor.Read(position.Cursor) ?? new SearchCursor { KnownUntil = position.Since ?? Today.AddDays(-DaysAtFirst) };
        var query = $"search_query={Uri.EscapeDataString(position.Follows)}&start={cursor.Start}&max_results={PageSize}&sortBy=lastUpdatedDate&sortOrder=descending";
        var page = await client.FetchAsync(new FetchRequest(new UriBuilder(endpoint) { Query = query }.Uri), cancel).ConfigureAwait(false);
        var items = PageItems.Read(_format, page, clock);
        Complain(page, items);

        var days = items.OfType<ReadRecord>().Select(item => item.Record.Fields.Updated ?? item.Record.Fields.Published).OfType<DateOnly>().ToList();
        var total = Total(page);
        // arXiv now and then gives an empty page in the middle of a list.
        if (days.Count == 0 && total > cursor.Start)
            throw new SourceException($"{endpoint.Host} gave an empty page where its list goes on.");

        var next = cursor.After(days, items.Count);
        var isLast = days.Count == 0 || days.Min() < cursor.KnownUntil || next.Start >= total || next.Start + PageSize > Deepest;
        return new SourcePage(items, (isLast ? next.End(Today) : next).Write(), isLast)
        {
            Fraction = Math.Clamp((double)next.Start / Math.Max(1, Math.Min(total, Deepest)), 0, 1),
            Note = next.Start + PageSize > Deepest && days.Min() >= cursor.KnownUntil
                ? string.Create(CultureInfo.InvariantCulture, $"The query finds {total:N0} papers and arXiv gives no more than {Deepest:N0} of them: follow something narrower.")
                : null,
        };
    }

    /// <exception cref="SourceException">The page says that the query is wrong, or is no answer of the API.</exception>
    private void Complain(FetchedPage page, IReadOnlyList<ReadItem> items)
    {
        if (page.Status == HttpStatusCode.BadRequest && items is [RejectedRecord { Reason: var reason }, ..])
            throw new SourceException(reason) { NeedsPerson = true };

        page.Required();
        if (!_format.Sniff(page.Body.Span[..Math.Min(page.Body.Length, RecordFormats.HeadLength)], endpoint.AbsolutePath))
            throw new SourceException($"{endpoint} did not answer with a list of papers, but with something else.");

        // Some errors come with status 200.
        if (items is [RejectedRecord { Reason: var error }] && error.StartsWith(ArXivApiAdapter.ErrorOpening, StringComparison.Ordinal))
            throw new SourceException(error) { NeedsPerson = true };
    }

    private static long Total(FetchedPage page)
    {
        var head = Encoding.UTF8.GetString(page.Body.Span[..Math.Min(page.Body.Length, 4096)]);
        return TotalResults().Match(head) is { Success: true } match && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : 0;
    }

    [GeneratedRegex(@"totalResults[^>]*>\s*(\d+)\s*<")]
    private static partial Regex TotalResults();
}
