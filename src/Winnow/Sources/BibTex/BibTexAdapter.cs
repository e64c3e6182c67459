using System.Text.RegularExpressions;
using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.BibTex;

/// <summary>An entry of BibTeX or biblatex in Winnow's terms.</summary>
internal static partial class BibTexAdapter
{
    private const string Source = "bibtex";

    private static readonly string[] Volumes = ["proceedings", "collection", "mvproceedings", "mvcollection", "mvbook", "periodical"];

    /// <param name="entry">The entry.</param>
    /// <param name="parent">The volume that its <c>crossref</c> names, from which it inherits.</param>
    internal static AdaptedRecord Adapt(BibTexEntry entry, BibTexEntry? parent)
    {
        if (Volumes.Contains(entry.Type))
            throw new UnreadableRecordException("The entry is a whole volume, not a paper.");

        var title = RecordText.Title(BibTexText.Line(Title(entry, parent)));
        var identifiers = Identifiers(entry);
        var date = entry["date"] ?? entry["year"] ?? parent?["date", "year"];
        var summary = BibTexText.Prose(entry["abstract"]);
        var authors = BibTexText.Authors(entry["author"] ?? entry["editor"]);
        var fields = new RecordFields
        {
            Title = title,
            Abstract = summary,
            Authors = authors,
            Year = PublicationDate.Year(date),
            Published = PublicationDate.Day(entry["date"]),
            Venue = Venue(entry, parent) ?? (identifiers[IdentifierScheme.ArXiv] is null ? null : ArXivRecord.Venue),
            Keywords = RecordText.Lines((BibTexText.Line(entry["keywords"]) ?? "").Split([',', ';'])),
            Identifiers = identifiers.ToList(),
            Comment = BibTexText.Line(entry["note"]),
            Url = BibTexText.Link(entry["url", "link", "ee"]) ?? BibTexText.Link(HowPublished().Match(entry["howpublished"] ?? "").Value),
            Pdf = BibTexText.Link(entry["pdf"]),
            Code = CodeLink.Given(BibTexText.Link(entry["code", "github", "repository"])) ?? CodeLink.Find(entry["url"], summary, entry["note"]),
            Project = BibTexText.Link(entry["website", "project"]),
        };
        // Citation keys are unique in their file only.
        var key = entry.Key.Length > 0 ? $"{entry.Key}/{ContentKey.Of(title)[..8]}" : ContentKey.Of(title, authors.Count > 0 ? authors[0].Name : null);
        return new AdaptedRecord(Source, key, fields);
    }

    /// <summary>biblatex gives subtitles a field of their own, and parts of software the title of the whole.</summary>
    private static string? Title(BibTexEntry entry, BibTexEntry? parent)
    {
        var title = entry["title"] ?? (entry.Type.StartsWith("software", StringComparison.Ordinal) || entry.Type == "codefragment" ? parent?["title"] : null);
        return (title, entry["subtitle"]) switch
        {
            ({ } main, { } sub) => $"{main}: {sub}",
            ({ } main, null) => main,
            _ => entry.Type is "book" or "inbook" ? entry["booktitle"] : null,
        };
    }

    private static string? Venue(BibTexEntry entry, BibTexEntry? parent)
    {
        var name = entry["booktitle", "journal", "journaltitle", "venue"] ?? (parent is null ? null : parent["booktitle", "title"]);
        return RecordText.Line(VenueNames.Canonical(BibTexText.Line(name)));
    }

    private static IdentifierSet Identifiers(BibTexEntry entry)
    {
        var identifiers = new IdentifierSet().Add(IdentifierScheme.Doi, BibTexText.Line(entry["doi"]));
        var archive = entry["archiveprefix", "eprinttype"];
        if (archive is null || archive.Equals("arxiv", StringComparison.OrdinalIgnoreCase))
            identifiers.Add(IdentifierScheme.ArXiv, entry["eprint"]);
        else if (archive.Equals("pubmed", StringComparison.OrdinalIgnoreCase))
            identifiers.Add(IdentifierScheme.PubMed, entry["eprint"]);

        identifiers.Add(IdentifierScheme.ArXiv, entry["arxiv", "arxivid"]).Add(IdentifierScheme.PubMed, entry["pmid"]);
        foreach (var mention in (ReadOnlySpan<string?>)[entry["journal", "journaltitle", "booktitle"], entry["volume"], entry["note"], entry["howpublished"]])
        {
            if (ArXivMention().Match(mention ?? "") is { Success: true } match)
                identifiers.Add(IdentifierScheme.ArXiv, match.Groups["id"].Value);
        }

        foreach (var link in (ReadOnlySpan<string?>)[entry["url"], entry["link"], entry["ee"], entry["pdf"]])
            identifiers.Add(BibTexText.Link(link));

        return entry.Key.StartsWith("DBLP:", StringComparison.OrdinalIgnoreCase) ? identifiers.Add(IdentifierScheme.Dblp, entry.Key[5..]) : identifiers;
    }

    // "arXiv preprint arXiv:2104.08663", "abs/1706.03762", "arXiv:cs/0112017".
    [GeneratedRegex(@"(?:arXiv:\s*|\babs/)(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z\-]+(?:\.[A-Z]{2})?/[0-9]{7})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ArXivMention();

    [GeneratedRegex(@"https?://[^\s}]+", RegexOptions.CultureInvariant)]
    private static partial Regex HowPublished();
}
