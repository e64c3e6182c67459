using Winnow.Sources.AclAnthology;
using Winnow.Sources.ArXivSnapshot;
using Winnow.Sources.BibTex;
using Winnow.Sources.Crossref;
using Winnow.Sources.Feeds;
using Winnow.Sources.HuggingFace;
using Winnow.Sources.MiniConf;
using Winnow.Sources.OaiPmh;
using Winnow.Sources.OpenAlex;
using Winnow.Sources.OpenReview;
using Winnow.Sources.PaperCopilot;
using Winnow.Sources.PaperLines;
using Winnow.Sources.Ris;
using Winnow.Sources.SearchPages;
using Winnow.Sources.SemanticScholar;
using Winnow.Sources.Tables;
using Winnow.Sources.VoteCounts;

namespace Winnow.Sources;

/// <summary>Every format that Winnow reads.</summary>
public static class KnownFormats
{
    public static RecordFormats All { get; } = new(
    [
        new ArXivApiFormat(),
        new OaiFormat(),
        new AnthologyFormat(),
        new FeedFormat(),
        new SearchPageFormat(),
        new RisFormat(),
        new BibTexFormat(),
        new OpenReviewFormat(),
        new CrossrefFormat(),
        new OpenAlexFormat(),
        new SemanticScholarFormat(),
        new HuggingFaceFormat(),
        new VoteCountsFormat(),
        new SnapshotFormat(),
        new PaperlistFormat(),
        new MiniConfFormat(),
        new PaperLinesFormat(),
        new TableFormat(),
    ]);
}
