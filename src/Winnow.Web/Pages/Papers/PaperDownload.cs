using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Winnow.Papers;
using Winnow.Papers.Export;
using Winnow.Web.Links;

namespace Winnow.Web.Pages.Papers;

/// <summary>What stands behind a paper's address: <c>.bib</c> and <c>.ris</c> to cite it, <c>/records/ID</c> for one record as its source sent it.</summary>
/// <param name="Paper">The paper's own address.</param>
/// <param name="Kind"><c>bib</c>, <c>ris</c>, or null for a record.</param>
/// <param name="Record">The record's id.</param>
internal readonly record struct PaperDownload(PaperAddress Paper, string? Kind, string Record)
{
    private const string RecordsSegment = "/records/";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool TryRead(PaperAddress address, out PaperDownload download)
    {
        var value = address.Value;
        foreach (var kind in (ReadOnlySpan<string>)["bib", "ris"])
        {
            if (value.Length > kind.Length + 1 && value.EndsWith($".{kind}", StringComparison.Ordinal))
            {
                download = new PaperDownload(address with { Value = value[..^(kind.Length + 1)] }, kind, "");
                return true;
            }
        }

        var at = value.LastIndexOf(RecordsSegment, StringComparison.Ordinal);
        download = at <= 0 ? default : new PaperDownload(address with { Value = value[..at] }, null, value[(at + RecordsSegment.Length)..]);
        return at > 0;
    }

    public async Task<IActionResult> RespondAsync(IPaperLibrary library, CancellationToken cancel)
    {
        if (await PaperLink.FindAsync(library, Paper, cancel) is not { } paper)
        {
            return new NotFoundResult();
        }

        return Kind switch
        {
            "bib" => Citation(BibTeXExport.Write(paper), "application/x-bibtex", $"{CitationKey.Of(paper)}.bib"),
            "ris" => Citation(RisExport.Write(paper), "application/x-research-info-systems", $"{CitationKey.Of(paper)}.ris"),
            _ => AsSent(await library.GetRecordsAsync(paper.Id, cancel)),
        };
    }

    private static FileContentResult Citation(string text, string type, string name) =>
        new(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8") { FileDownloadName = name };

    private IActionResult AsSent(IReadOnlyList<StoredRecord> records)
    {
        var id = Record;
        return records.FirstOrDefault(record => record.Record.Id.ToString() == id) is { } found
            ? new ContentResult { Content = Show(found.Record.Raw.Span), ContentType = "text/plain; charset=utf-8" }
            : new NotFoundResult();
    }

    // Plain text with nosniff, whatever it holds: a record is somebody else's text and must never run as a page.
    private static string Show(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!text.AsSpan().TrimStart().StartsWith("{"))
        {
            return text;
        }

        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Readable) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
