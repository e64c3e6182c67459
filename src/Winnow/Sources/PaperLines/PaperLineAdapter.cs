using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.HuggingFace;
using Winnow.Sources.Venues;

namespace Winnow.Sources.PaperLines;

/// <summary>What a line of Winnow's own format says, in Winnow's terms.</summary>
internal static class PaperLineAdapter
{
    /// <summary>The source of a record that names none.</summary>
    private const string UnnamedSource = "file";

    internal static AdaptedRecord Adapt(PaperLine line)
    {
        var identifiers = new IdentifierSet()
            .Add(IdentifierScheme.ArXiv, line.ArXiv)
            .Add(IdentifierScheme.Doi, line.Doi)
            .Add(IdentifierScheme.Acl, line.Acl)
            .Add(IdentifierScheme.OpenReview, line.OpenReview)
            .Add(IdentifierScheme.SemanticScholar, line.SemanticScholar)
            .Add(IdentifierScheme.OpenAlex, line.OpenAlex)
            .Add(IdentifierScheme.Dblp, line.Dblp)
            .Add(IdentifierScheme.PubMed, line.PubMed)
            .Add(line.Url)
            .Add(line.Pdf);
        foreach (var identifier in line.Identifiers)
            identifiers.Add(identifier);

        var title = RecordText.Title(line.Title);
        var authors = Authors(line);
        var published = PublicationDate.Day(line.Published);
        var status = RecordText.Line(line.Status);
        var fields = new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(line.Abstract),
            Authors = authors,
            Year = PublicationDate.Year(line.Year) ?? published?.Year,
            Published = published,
            Updated = PublicationDate.Day(line.Updated),
            Venue = RecordText.Line(VenueNames.Canonical(line.Venue)),
            Status = status,
            Track = RecordText.Line(line.Track),
            Session = RecordText.Line(line.Session),
            Categories = RecordText.Lines(line.Categories),
            Keywords = RecordText.Lines(line.Keywords),
            Identifiers = identifiers.ToList(),
            Tldr = RecordText.Line(line.Tldr),
            Comment = RecordText.Line(line.Comment),
            Url = RecordText.Link(line.Url),
            Pdf = RecordText.Link(line.Pdf),
            Code = CodeLink.Given(line.Code) ?? CodeLink.Find(line.Abstract, line.Comment),
            Project = RecordText.Link(line.Project),
            Withdrawn = RecordStatus.IsWithdrawn(status),
        };
        var key = RecordText.Line(line.Id) ?? identifiers[IdentifierScheme.ArXiv] ?? identifiers[IdentifierScheme.Doi];
        return new AdaptedRecord(Source(line), key ?? ContentKey.Of(title, authors.Count > 0 ? authors[0].Name : null, line.Year), fields)
        {
            Counts =
            [
                .. line.Observations,
                .. HubCounts.Of(
                    SeenCount.Moment(line.SubmittedOnDailyAt),
                    SeenCount.Moment(line.SnapshotAt),
                    SeenCount.Whole(line.Upvotes),
                    SeenCount.Whole(line.GithubStars),
                    SeenCount.Whole(line.Comments)),
            ],
        };
    }

    /// <summary><c>paperlists:3dv2025</c> is the source "paperlists": what follows the colon is a part of it.</summary>
    private static string Source(PaperLine line)
    {
        var source = RecordText.Line(line.Source)?.ToLowerInvariant();
        var colon = source?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        source = colon > 0 ? source![..colon].TrimEnd() : source;
        if (!string.IsNullOrEmpty(source)) return source;
        // Only crawls of the daily papers say when a paper was submitted to them.
        return line.SubmittedOnDailyAt is null ? UnnamedSource : HuggingFaceAdapter.Source;
    }

    private static IReadOnlyList<Author> Authors(PaperLine line)
    {
        var names = line.Authors.Count == 1 ? AuthorNames.Split(line.Authors[0]) : line.Authors;
        if (line.Affiliations.Count != names.Count)
            return AuthorNames.Of(names);

        return AuthorNames.Of(names.Select((name, i) => ((string?)AuthorNames.GivenFirst(name), (string?)Affiliation(line.Affiliations[i]))));
    }

    /// <summary>"Risto Vuorio (University of Michigan)" repeats the author's name.</summary>
    private static string Affiliation(string text)
    {
        var open = text.IndexOf(" (", StringComparison.Ordinal);
        return open > 0 && text.EndsWith(')') ? text[(open + 2)..^1] : text;
    }
}
