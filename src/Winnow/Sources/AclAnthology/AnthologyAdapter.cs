using System.Globalization;
using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.AclAnthology;

/// <summary>A paper of the ACL Anthology in Winnow's terms.</summary>
internal static class AnthologyAdapter
{
    private const string Source = "acl";
    private const string Site = "https://aclanthology.org";

    internal static AdaptedRecord Adapt(AnthologyPaper paper)
    {
        var id = Id(paper);
        var identifiers = new IdentifierSet().Add(IdentifierScheme.Acl, id).Add(IdentifierScheme.Doi, paper.Doi);
        var link = RecordText.Link(paper.Url);
        return new AdaptedRecord(Source, id, new RecordFields
        {
            Title = RecordText.Title(paper.Title),
            Abstract = RecordText.Prose(paper.Abstract),
            Authors = AuthorNames.Of(paper.Authors),
            Year = PublicationDate.Year(paper.Year),
            Venue = Venue(paper),
            Status = paper.IsRetracted ? "Retracted" : paper.Awards.Count > 0 ? RecordText.Line(paper.Awards[0]) : null,
            Track = RecordText.Line(paper.VolumeTitle),
            Identifiers = identifiers.ToList(),
            Url = $"{Site}/{id}/",
            // An address of its own means that the PDF lies elsewhere; no url means that there is none.
            Pdf = link ?? (paper.Url is null ? null : $"{Site}/{id}.pdf"),
            Code = CodeLink.Find(paper.Abstract),
            Withdrawn = paper.IsRetracted,
        });
    }

    /// <summary>
    /// <c>2021.tacl-1.1</c>; in collections until 2019 (<c>P19</c>, volume 1, paper 1) <c>P19-1001</c>, and <c>W19-0101</c> where volumes have two digits.
    /// </summary>
    private static string Id(AnthologyPaper paper)
    {
        if (paper.CollectionId is not { Length: > 0 } collection || paper.VolumeId is not { Length: > 0 } volume || paper.PaperId is not { Length: > 0 } number)
            throw new UnreadableRecordException("The paper has no collection, volume or number, so it has no Anthology id.");

        if (collection.Contains('.', StringComparison.Ordinal))
            return $"{collection}-{volume}.{number}";

        // W and two joint meetings had more than nine volumes a year.
        var wide = collection[0] == 'W' || collection is "C69" || (collection is "D19" && volume.Length > 1);
        return int.TryParse(volume, CultureInfo.InvariantCulture, out var v) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
            ? string.Create(CultureInfo.InvariantCulture, $"{collection}-{(wide ? $"{v:00}{n:00}" : $"{v}{n:000}")}")
            : throw new UnreadableRecordException($"\"{volume}\" and \"{number}\" are no volume and paper number of {collection}.");
    }

    /// <summary>Venue ids are lower case; <c>ws</c> only says that the volume is a workshop's.</summary>
    private static string? Venue(AnthologyPaper paper)
    {
        if (paper.Venues.Count == 0)
            return RecordText.Line(VenueNames.Canonical(paper.VolumeTitle));

        var named = paper.Venues.Where(venue => venue is not "ws").ToList();
        return RecordText.Line(VenueNames.Canonical(string.Join(',', named.Count > 0 ? named : paper.Venues).ToUpperInvariant()));
    }
}
