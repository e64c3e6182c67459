namespace Winnow.Papers.Merging;

/// <summary>What sort of place a record comes from, most trusted first in general.</summary>
internal enum SourceKind
{
    /// <summary>Published or reviewed the work itself: ACL Anthology, OpenReview, proceedings, Crossref.</summary>
    Publisher,

    /// <summary>Holds the manuscript: arXiv, bioRxiv.</summary>
    Repository,

    /// <summary>Lists of accepted papers and conference programmes, collected by people.</summary>
    Programme,

    /// <summary>Gathers the others' metadata by machine: Semantic Scholar, OpenAlex, DBLP.</summary>
    Aggregator,

    /// <summary>Adds votes, summaries and links to manuscripts: Hugging Face.</summary>
    Community,

    /// <summary>Any other file that a person brings.</summary>
    Personal,

    /// <summary>Winnow's own sample catalogue, whose summaries are no abstracts.</summary>
    Sample,
}
