using System.Text.RegularExpressions;
using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.Tables;

/// <summary>A row of a table of papers in Winnow's terms.</summary>
internal static partial class TableAdapter
{
    private const string Source = "table";

    internal static AdaptedRecord Adapt(TableRow row)
    {
        var title = RecordText.Title(row.Title);
        var (venue, year) = ConferenceFile.Read(row.File);
        var identifiers = new IdentifierSet().Add(IdentifierScheme.ArXiv, row.ArXiv).Add(IdentifierScheme.Doi, row.Doi).Add(row.Pdf).Add(row.Url);
        var status = RecordText.Line(row.Type);
        // Numbers are unique in their table only.
        var number = RecordText.Line(row.Id);
        return new AdaptedRecord(Source, number is null ? ContentKey.Of(title) : $"{number}/{ContentKey.Of(title)[..8]}", new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(row.Abstract),
            Authors = Authors(row),
            Year = PublicationDate.Year(row.Year) ?? year,
            Venue = RecordText.Line(VenueNames.Canonical(row.Venue)) ?? venue,
            Status = status,
            Track = RecordText.Line(row.Track),
            Session = RecordText.Line(row.Session),
            Keywords = RecordText.Lines((row.Keywords ?? "").Split(['|', ';'])),
            Identifiers = identifiers.ToList(),
            Tldr = RecordText.Line(row.Tldr),
            Url = RecordText.Link(row.Url),
            Pdf = RecordText.Link(row.Pdf),
            Code = CodeLink.Given(row.Code) ?? CodeLink.Find(row.Abstract),
            Project = RecordText.Link(row.Project),
            Withdrawn = RecordStatus.IsWithdrawn(status),
        });
    }

    private static IReadOnlyList<Author> Authors(TableRow row)
    {
        // An asterisk marks the one who presents.
        if (row.AuthorsWithAffiliations is { } both)
        {
            return AuthorNames.Of(both.Split(';').Select(author => Affiliated().Match(author.Trim(' ', '*')))
                .Select(match => ((string?)match.Groups["name"].Value, (string?)match.Groups["affiliation"].Value)));
        }

        return AuthorNames.Of(AuthorNames.Split(row.Authors).Select(name => name.TrimEnd('*', ' ')));
    }

    [GeneratedRegex(@"\A(?<name>[^(]*?)\s*(?:\((?<affiliation>.*?)\)?)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Affiliated();
}
