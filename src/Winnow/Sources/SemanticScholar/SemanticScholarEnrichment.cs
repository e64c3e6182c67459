using System.Net;
using System.Text.Json.Nodes;
using Winnow.Papers;
using Winnow.Sources.Enrichment;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.SemanticScholar;

/// <summary>Citations and summaries of the library's papers from Semantic Scholar (<c>POST /graph/v1/paper/batch</c>, at most 500 a request).</summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The batch; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="key">Sent as <c>x-api-key</c>; without one the service is shared with everybody and often refuses.</param>
/// <param name="library">Whose papers.</param>
/// <param name="clock">Dates what is read.</param>
public sealed class SemanticScholarEnrichment(SourceClient client, Uri endpoint, string? key, IPaperLibrary library, TimeProvider clock) : LibraryEnrichment(library, clock)
{
    private const string Fields =
        "externalIds,title,abstract,venue,year,publicationDate,authors,citationCount,influentialCitationCount,openAccessPdf,tldr";

    private readonly SemanticScholarFormat _format = new();
    private readonly TimeProvider _clock = clock;

    public static Uri Usual { get; } = new("https://api.semanticscholar.org/graph/v1/paper/batch");

    public override string Kind => "semanticscholar";

    public override string Description => "citations and one-sentence summaries of your papers, from Semantic Scholar";

    protected override int PageSize => 500;

    protected override string? NameOf(Paper paper)
    {
        foreach (var identifier in paper.Identifiers)
        {
            switch (identifier.Scheme)
            {
                case IdentifierScheme.ArXiv:
                    return $"ARXIV:{identifier.Value}";
                case IdentifierScheme.Doi:
                    return $"DOI:{identifier.Value}";
                case IdentifierScheme.Acl:
                    return $"ACL:{identifier.Value}";
                case IdentifierScheme.SemanticScholar:
                    return identifier.Value;
                default:
                    break;
            }
        }

        return null;
    }

    protected override async Task<IReadOnlyList<ReadItem>> AskAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var request = new FetchRequest(new UriBuilder(endpoint) { Query = $"fields={Fields}" }.Uri)
        {
            Json = new JsonObject { ["ids"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) }.ToJsonString(),
            Headers = key is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x-api-key"] = key },
        };
        var page = await client.FetchAsync(request, cancel).ConfigureAwait(false);
        // That is its answer when it knows none of them.
        if (page.Status == HttpStatusCode.BadRequest && page.Body.Span.IndexOf("No valid paper ids"u8) >= 0)
            return [];

        if (page.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new SourceException("Semantic Scholar does not take the key in the setting keys (semanticscholar=…): correct it, or leave it out.") { NeedsPerson = true };

        page.Required();
        if (page.Body.Span.TrimStart(" \t\r\n"u8) is not [(byte)'[', ..])
            throw new SourceException($"{endpoint.Host} did not answer with a list of papers, but with something else.");

        // A paper that it does not know is null in the list.
        return [.. PageItems.Read(_format, page, _clock).Where(item => item is not RejectedRecord { Excerpt: "null" })];
    }
}
