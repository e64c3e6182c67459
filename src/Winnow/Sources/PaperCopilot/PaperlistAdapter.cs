using Winnow.Papers;
using Winnow.Sources.BibTex;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;
using Winnow.Trends.Signals;

namespace Winnow.Sources.PaperCopilot;

/// <summary>An entry of Paper Copilot's lists in Winnow's terms.</summary>
internal static class PaperlistAdapter
{
    private const string Source = "paperlists";

    internal static AdaptedRecord Adapt(PaperlistEntry entry)
    {
        var title = RecordText.Title(entry.Title);
        var citation = entry.BibTex is null ? null : new BibTexParser(entry.BibTex).Entries().FirstOrDefault();
        var authors = Authors(entry);
        var status = RecordText.Line(entry.Status);
        var identifiers = new IdentifierSet()
            .Add(entry.Site)
            .Add(entry.OpenReview)
            .Add(IdentifierScheme.ArXiv, entry.ArXiv)
            .Add(IdentifierScheme.Doi, entry.Doi ?? citation?["doi"])
            .Add(entry.Pdf);
        var id = RecordText.Line(entry.Id) ?? ContentKey.Of(title, authors.Count > 0 ? authors[0].Name : null);
        var file = RecordText.Line(entry.File);
        var (venue, year) = ConferenceFile.Read(file);
        return new AdaptedRecord(Source, file is null ? id : $"{file}/{id}", new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(entry.Abstract),
            Authors = authors,
            Year = year ?? PublicationDate.Year(citation?["year"]),
            Venue = venue ?? RecordText.Line(VenueNames.Canonical(BibTexText.Line(citation?["booktitle", "journal"]))),
            Status = status,
            Track = RecordText.Line(entry.Track),
            Session = RecordText.Line(entry.Session),
            Keywords = RecordText.Lines((entry.Keywords ?? "").Split(';')),
            Identifiers = identifiers.ToList(),
            Tldr = RecordText.Line(entry.Tldr),
            Url = RecordText.Link(entry.Site) ?? RecordText.Link(entry.OpenReview),
            Pdf = RecordText.Link(entry.Pdf),
            Code = CodeLink.Given(entry.Github) ?? CodeLink.Find(entry.Abstract),
            Project = RecordText.Link(entry.Project),
            Withdrawn = RecordStatus.IsWithdrawn(status),
        })
        {
            Counts = [new SeenCount(SignalKind.Citation, "scholar", entry.Citations)],
        };
    }

    /// <summary>Affiliations stand in the authors' order; some venues list each author twice.</summary>
    private static IReadOnlyList<Author> Authors(PaperlistEntry entry)
    {
        var names = (entry.Author ?? "").Split(';', StringSplitOptions.TrimEntries);
        var affiliations = (entry.Affiliation ?? "").Split(';', StringSplitOptions.TrimEntries);
        var authors = AuthorNames.Of(names.Select((name, i) => ((string?)AuthorNames.GivenFirst(name), affiliations.Length == names.Length ? affiliations[i] : null)));
        return [.. authors.DistinctBy(author => author.Name)];
    }
}
