using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;
using Winnow.Trends.Signals;

namespace Winnow.Sources.SemanticScholar;

/// <summary>A paper of Semantic Scholar in Winnow's terms.</summary>
internal static class SemanticScholarAdapter
{
    private const string Source = "semanticscholar";

    internal static AdaptedRecord Adapt(SemanticScholarPaper answer)
    {
        var error = answer.Error ?? (answer.PaperId is null && answer.Title is null ? answer.Message : null);
        if (error is not null)
            throw new UnreadableRecordException($"Semantic Scholar answered with an error: {RecordText.Line(error)?.TrimEnd('.')}.");

        var paper = answer.CitedPaper ?? answer.CitingPaper ?? answer;
        var title = RecordText.Title(MarkupText.Of(paper.Title));
        var ids = paper.ExternalIds;
        var identifiers = new IdentifierSet()
            .Add(IdentifierScheme.SemanticScholar, paper.PaperId)
            .Add(IdentifierScheme.ArXiv, ids?.ArXiv)
            .Add(IdentifierScheme.Doi, ids?.Doi)
            .Add(IdentifierScheme.Acl, ids?.Acl)
            .Add(IdentifierScheme.Dblp, ids?.Dblp)
            .Add(IdentifierScheme.PubMed, ids?.PubMed)
            .Add(paper.OpenAccessPdf?.Url);
        var published = PublicationDate.Day(paper.PublicationDate);
        return new AdaptedRecord(Source, identifiers[IdentifierScheme.SemanticScholar] ?? ContentKey.Of(title), new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(paper.Abstract),
            Authors = AuthorNames.Of(paper.Authors.Select(name => ((string?)name, (string?)null))),
            Year = PublicationDate.Year(paper.Year) ?? published?.Year,
            Published = published,
            Venue = RecordText.Line(VenueNames.Canonical(paper.Venue)),
            Identifiers = identifiers.ToList(),
            Tldr = RecordText.Line(paper.Tldr?.Text),
            Url = RecordText.Link(paper.Url) ?? (identifiers[IdentifierScheme.SemanticScholar] is { } id ? $"https://www.semanticscholar.org/paper/{id}" : null),
            Pdf = RecordText.Link(paper.OpenAccessPdf?.Url),
            Code = CodeLink.Find(paper.Abstract),
        })
        {
            Counts = [new SeenCount(SignalKind.Citation, Source, paper.CitationCount)],
        };
    }
}
