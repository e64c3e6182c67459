using System.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Winnow.Web.Pages;

/// <summary>Small files at fixed addresses that browsers and crawlers look for.</summary>
internal static class WellKnown
{
    // Search results are endless and say nothing that the papers' own pages do not.
    private const string Robots = "User-agent: *\nDisallow: /search\nDisallow: /import\nDisallow: /keep\n";

    public static void MapWellKnown(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", () => Results.Text(Robots, "text/plain; charset=utf-8"));
        app.MapGet("/opensearch.xml", (HttpRequest request) =>
        {
            var origin = SecurityElement.Escape($"{request.Scheme}://{request.Host}");
            return Results.Text(
                $$"""
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Winnow</ShortName>
                  <Description>Search papers</Description>
                  <Url type="text/html" template="{{origin}}/search?q={searchTerms}"/>
                </OpenSearchDescription>
                """,
                "application/opensearchdescription+xml; charset=utf-8");
        });
    }
}
