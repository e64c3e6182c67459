using System.Net;
using Winnow.Papers;
using Winnow.Sources.Enrichment;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.OpenAlex;

/// <summary>Citations, affiliations and places of publication of the library's papers from OpenAlex (<c>/works?filter=doi:…|…</c>). It asks for a key since 2026-02-13.</summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The works; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="key">Sent as <c>api_key</c>.</param>
/// <param name="library">Whose papers.</param>
/// <param name="clock">Dates what is read.</param>
public sealed class OpenAlexEnrichment(SourceClient client, Uri endpoint, string? key, IPaperLibrary library, TimeProvider clock) : LibraryEnrichment(library, clock)
{
    private const string Fields = "id,doi,ids,title,display_name,publication_date,publication_year,type,authorships,primary_location,best_oa_location,locations,cited_by_count,is_retracted,keywords";

    private readonly OpenAlexFormat _format = new();
    private readonly TimeProvider _clock = clock;

    public static Uri Usual { get; } = new("https://api.openalex.org/works");

    public override string Kind => "openalex";

    public override string Description => "citations and affiliations of your papers, from OpenAlex (with a key)";

    /// <summary>As many values as a filter takes.</summary>
    protected override int PageSize => 50;

    protected override string? NameOf(Paper paper)
    {
        var (doi, arXiv) = (Of(paper, IdentifierScheme.Doi), Of(paper, IdentifierScheme.ArXiv));
        // A bar or a comma would end the value.
        return doi is not null && doi.IndexOfAny(['|', ',', ' ']) < 0 ? doi : arXiv is null ? null : $"10.48550/arxiv.{arXiv}";
    }

    protected override async Task<IReadOnlyList<ReadItem>> AskAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (key is null)
            throw new SourceException("OpenAlex wants a key: get one at openalex.org and put it into the setting keys, as in openalex=KEY.") { NeedsPerson = true };

        var values = string.Join('|', names.Select(Uri.EscapeDataString));
        var request = new FetchRequest(new UriBuilder(endpoint) { Query = $"filter=doi:{values}&per-page={PageSize}&select={Fields}&api_key={Uri.EscapeDataString(key)}" }.Uri);
        var page = await client.FetchAsync(request, cancel).ConfigureAwait(false);
        if (page.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired)
            throw new SourceException("OpenAlex does not take the key in the setting keys (openalex=…), or its budget is used up.") { NeedsPerson = true };

        page.Required();
        return page.Body.Span.IndexOf("\"results\""u8) >= 0
            ? PageItems.Read(_format, page, _clock)
            : throw new SourceException($"{endpoint.Host} did not answer with works, but with something else.");
    }

    private static string? Of(Paper paper, IdentifierScheme scheme) =>
        paper.Identifiers.Where(identifier => identifier.Scheme == scheme).Select(identifier => identifier.Value).FirstOrDefault();
}
