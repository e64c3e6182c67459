namespace Winnow.Sources.PaperLines;

/// <summary>One line of Winnow's own format, as written; see <see cref="PaperLineReader"/> for the members' names.</summary>
internal sealed class PaperLine
{
    internal string? Id { get; set; }

    internal string? Title { get; set; }

    internal string? Abstract { get; set; }

    internal List<string> Authors { get; } = [];

    internal List<string> Affiliations { get; } = [];

    internal string? Year { get; set; }

    internal string? Published { get; set; }

    internal string? Updated { get; set; }

    internal string? Venue { get; set; }

    internal string? Status { get; set; }

    internal string? Track { get; set; }

    internal string? Session { get; set; }

    internal string? Url { get; set; }

    internal string? Pdf { get; set; }

    internal string? Code { get; set; }

    internal string? Project { get; set; }

    internal string? Source { get; set; }

    internal string? Comment { get; set; }

    internal string? Tldr { get; set; }

    internal List<string> Categories { get; } = [];

    internal List<string> Keywords { get; } = [];

    internal string? ArXiv { get; set; }

    internal string? Doi { get; set; }

    internal string? Acl { get; set; }

    internal string? OpenReview { get; set; }

    internal string? SemanticScholar { get; set; }

    internal string? OpenAlex { get; set; }

    internal string? Dblp { get; set; }

    internal string? PubMed { get; set; }

    /// <summary>Counts with their times, as in <c>{"kind": "upvote", "source": "huggingface", "at": "2026-03-11T09:00:00Z", "count": 12}</c>.</summary>
    internal List<SeenCount> Observations { get; } = [];

    internal string? Upvotes { get; set; }

    internal string? Comments { get; set; }

    internal string? GithubStars { get; set; }

    internal string? SubmittedOnDailyAt { get; set; }

    internal string? SnapshotAt { get; set; }

    /// <summary>Identifiers of any scheme: <c>arxiv:1706.03762</c>, a DOI, an address.</summary>
    internal List<string> Identifiers { get; } = [];
}
