using System.Xml.Linq;

namespace Winnow.Sources.OaiPmh;

/// <summary>
/// The wire shape of arXiv's two own metadata formats (oaipmh.arxiv.org/OAI/arXiv.xsd, arXivRaw.xsd). Only <c>arXiv</c> parses authors and has
/// <c>created</c>; only <c>arXivRaw</c> has versions, and a flat list of authors.
/// </summary>
internal sealed record ArXivMetadata
{
    private static readonly string[] NameParts = ["forenames", "keyname", "suffix"];

    internal string? Id { get; private init; }

    internal string? Title { get; private init; }

    internal string? Abstract { get; private init; }

    internal IReadOnlyList<(string? Name, string? Affiliation)> Authors { get; private init; } = [];

    internal string? FlatAuthors { get; private init; }

    internal string? Created { get; private init; }

    internal string? Updated { get; private init; }

    /// <summary>Separated by spaces.</summary>
    internal string? Categories { get; private init; }

    internal string? Comments { get; private init; }

    internal string? JournalReference { get; private init; }

    /// <summary>May be several.</summary>
    internal string? Doi { get; private init; }

    /// <summary><c>v1</c> and its RFC 822 date.</summary>
    internal IReadOnlyList<(string? Version, string? Date)> Versions { get; private init; } = [];

    internal static ArXivMetadata Read(XElement metadata)
    {
        string? Text(string name) => OaiRecord.Child(metadata, name)?.Value;
        var authors = OaiRecord.Child(metadata, "authors");
        return new ArXivMetadata
        {
            Id = Text("id"),
            Title = Text("title"),
            Abstract = Text("abstract"),
            Authors = [.. OaiRecord.All(authors, "author").Select(ReadAuthor)],
            FlatAuthors = authors?.HasElements == false ? authors.Value : null,
            Created = Text("created"),
            Updated = Text("updated"),
            Categories = Text("categories"),
            Comments = Text("comments"),
            JournalReference = Text("journal-ref"),
            Doi = Text("doi"),
            Versions = [.. OaiRecord.All(metadata, "version").Select(version => ((string?)version.Attribute("version"), OaiRecord.Child(version, "date")?.Value))],
        };
    }

    private static (string? Name, string? Affiliation) ReadAuthor(XElement author)
    {
        var names = NameParts.Select(name => OaiRecord.Child(author, name)?.Value).Where(name => !string.IsNullOrWhiteSpace(name));
        var affiliations = OaiRecord.All(author, "affiliation").Select(affiliation => affiliation.Value);
        return (string.Join(' ', names), string.Join("; ", affiliations));
    }
}
