using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Search;
using Winnow.Trends;
using Winnow.Web.Hosting;
using Winnow.Web.Links;
using Winnow.Web.Readers;

namespace Winnow.Web.Pages.Papers;

/// <summary>One paper: what its records say together, where each part comes from, and what is like it.</summary>
internal sealed class PaperModel(IPaperLibrary library, PaperSearch search, TrendingPapers trending, PaperCollections collections, VisitCounter visits, RequestTiming timing) : PageModel
{
    private const int SimilarShown = 6;

    public Paper Paper { get; private set; } = null!;

    public PaperAddress Address { get; private set; }

    public IReadOnlyList<StoredRecord> Records { get; private set; } = [];

    public IReadOnlyList<SearchHit> Similar { get; private set; } = [];

    /// <summary>What happened to it since it appeared; null when nothing is known.</summary>
    public TrendingPaper? Trend { get; private set; }

    public VoteButton Vote { get; private set; } = null!;

    /// <summary>The collections that it is in.</summary>
    public IReadOnlyList<Keeping> Kept { get; private set; } = [];

    public IReadOnlyList<CitationTag> Citation { get; private set; } = [];

    /// <summary>Versions as the most trusted record that knows any lists them, oldest first.</summary>
    public IReadOnlyList<PaperVersion> Versions => Records.Select(record => record.Record.Fields.Versions).FirstOrDefault(versions => versions.Count > 0) ?? [];

    public async Task<IActionResult> OnGetAsync(string scheme, string id, CancellationToken cancel)
    {
        var asked = new PaperAddress(scheme, PageLink.Unescape(id));
        if (PaperDownload.TryRead(asked, out var download))
        {
            return await download.RespondAsync(library, cancel);
        }

        if (await PaperLink.FindAsync(library, asked, cancel) is not { } paper)
        {
            return NotFound();
        }

        (Paper, Address) = (paper, PaperLink.Canonical(paper));
        if (Address != asked)
        {
            return RedirectPermanent(Address.Path);
        }

        Records = await library.GetRecordsAsync(paper.Id, cancel);
        Similar = await timing.SearchAsync(() => search.FindSimilarAsync(paper.Id, SimilarShown, cancel));
        Citation = CitationTags.Of(paper);
        var reader = ReaderCookie.Read(Request);
        Trend = await trending.FindAsync(paper.Id, TrendWindow.All, reader, cancel);
        var voted = Trend?.VotedByReader ?? (reader is { } known && (await trending.GetVotedAsync([paper.Id], known, cancel)).Count > 0);
        Vote = new VoteButton(paper.Id, paper.Title, voted, "actions", Trend?.Votes);
        Kept = await collections.GetKeepingAsync([paper.Id], cancel);
        visits.Count(Request, paper.Id);
        return Page();
    }

    /// <summary>The sample's summaries are Winnow's own words, not the authors'.</summary>
    public bool HasOwnSummary => Paper.Provenance.TryGetValue("abstract", out var record) && Paper.Records.Any(other => other.Id == record && other.Source == SourceRecord.SampleSource);

    /// <summary>Who took the paper back, in a sentence; null when nobody did.</summary>
    public string? Withdrawal
    {
        get
        {
            if (!Paper.Withdrawn)
            {
                return null;
            }

            var by = Paper.Provenance.TryGetValue("withdrawn", out var id) ? Records.FirstOrDefault(record => record.Record.Id == id) : null;
            return by switch
            {
                null => "A source of this paper says that it was taken back.",
                { DeletedOn: { } day } => $"{SourceName.Of(by.Record.Source)} deleted it on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. What it had said of it is kept here.",
                _ => $"{SourceName.Of(by.Record.Source)} says that it was taken back.",
            };
        }
    }

    /// <summary>The fields whose values came from one record, in words.</summary>
    public IEnumerable<string> FieldsFrom(RecordId record) =>
        Paper.Provenance.Where(pair => pair.Value == record && (pair.Key != "withdrawn" || Paper.Withdrawn)).Select(pair => FieldName(pair.Key)).Order(StringComparer.Ordinal);

    private static string FieldName(string field) => field switch { "tldr" => "summary", "pdf" => "PDF", _ => field };
}
