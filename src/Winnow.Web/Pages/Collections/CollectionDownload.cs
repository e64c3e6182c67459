using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Winnow.Papers.Export;
using Winnow.Readers.Collections;

namespace Winnow.Web.Pages.Collections;

/// <summary>A whole collection to take along: <c>/collection/SLUG.bib</c>, <c>.ris</c> and <c>.jsonl</c>.</summary>
internal static class CollectionDownload
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What people call each, and its ending.</summary>
    public static IReadOnlyList<(string Name, string Ending)> Kinds { get; } = [("BibTeX", "bib"), ("RIS", "ris"), ("JSON lines", "jsonl")];

    public static void MapCollectionDownloads(this IEndpointRouteBuilder app) => app.MapMethods("/collection/{slug}.{kind:regex(^(bib|ris|jsonl)$)}", Reading, AnswerAsync);

    private static async Task<IResult> AnswerAsync(string slug, string kind, PaperCollections collections, CancellationToken cancel)
    {
        if (await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return TypedResults.NotFound();
        }

        var kept = (await collections.GetPapersAsync(collection, 0, PaperCollections.MostPapers, cancel)).Papers;
        var type = kind switch { "bib" => "application/x-bibtex", "ris" => "application/x-research-info-systems", _ => "application/jsonl" };
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(Write(kept, kind)), $"{type}; charset=utf-8", $"{collection.Slug}.{kind}");
    }

    private static string Write(IReadOnlyList<KeptPaper> kept, string kind)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var papers = kept.Select(one => one.Paper);
        switch (kind)
        {
            case "bib":
                BibTeXExport.Write(papers, text);
                break;
            case "ris":
                RisExport.Write(papers, text);
                break;
            default:
                foreach (var one in kept)
                {
                    text.Write(JsonLinesExport.Write(one.Paper, ("added", one.Added.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("note", one.Note)));
                }

                break;
        }

        return text.ToString();
    }
}
