using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.Ris;

/// <summary>
/// A record of RIS or of Web of Science in Winnow's terms. Programs disagree on tags, so each field has several
/// (en.wikipedia.org/wiki/RIS_(file_format); Web of Science field tags).
/// </summary>
internal static class RisAdapter
{
    private const string Source = "ris";

    internal static AdaptedRecord Adapt(RisRecord record)
    {
        var title = RecordText.Title(record.First("TI", "T1", "CT", "BT", "ST"));
        var identifiers = new IdentifierSet();
        foreach (var doi in record.All("DO", "DI"))
            identifiers.Add(IdentifierScheme.Doi, doi);

        identifiers.Add(IdentifierScheme.PubMed, record.IsWebOfScience ? record.First("PM") : null);
        // Some programs have the DOI in notes, and addresses in lists.
        foreach (var other in record.All("UR", "L1", "L2", "M3", "N1").SelectMany(value => value.Split(';')))
            identifiers.Add(other);

        var links = record.All("UR", "L2").SelectMany(value => value.Split(';')).Select(RecordText.Link).OfType<string>().ToList();
        var summary = record.First("AB", "N2");
        var authors = Authors(record);
        var published = record.All("DA", "PY", "Y1").Select(PublicationDate.Day).FirstOrDefault(day => day is not null);
        var id = RecordText.Line(record.IsWebOfScience ? record.First("UT") : record.First("ID", "AN"));
        return new AdaptedRecord(Source, id is null ? ContentKey.Of(title, authors.Count > 0 ? authors[0].Name : null) : $"{id}/{ContentKey.Of(title)[..8]}", new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(summary),
            Authors = authors,
            Year = record.All("PY", "Y1", "DA").Select(date => PublicationDate.Year(date)).FirstOrDefault(year => year is not null),
            Published = published,
            Venue = RecordText.Line(VenueNames.Canonical(record.IsWebOfScience ? record.First("SO", "JI") : record.First("T2", "JF", "JO", "BT", "J2", "JA"))),
            Keywords = RecordText.Lines(record.IsWebOfScience ? record.All("DE", "ID").SelectMany(value => value.Split(';')) : record.All("KW")),
            Identifiers = identifiers.ToList(),
            Url = links.Count > 0 ? links[0] : null,
            Pdf = record.All("L1").Select(RecordText.Link).FirstOrDefault(link => link is not null),
            Code = CodeLink.Find(summary),
        });
    }

    private static IReadOnlyList<Author> Authors(RisRecord record)
    {
        var tags = (ReadOnlySpan<string>)["AF", "AU", "A1", "ED", "A2"];
        foreach (var tag in tags)
        {
            var names = record.All(tag).Select(name => name.TrimEnd(',', ' ')).ToList();
            if (names.Count > 0)
                return AuthorNames.Of(names);
        }

        return [];
    }
}
