using System.Text;
using System.Xml.Linq;

namespace Winnow.Sources.AclAnthology;

/// <summary>
/// A <c>paper</c> of the ACL Anthology's XML inside its volume and collection (github.com/acl-org/acl-anthology, <c>data/xml/schema.rnc</c>): the wire shape.
/// Titles and abstracts are mixed content and come flattened, formulas as TeX.
/// </summary>
internal sealed record AnthologyPaper
{
    internal string? CollectionId { get; private init; }

    internal string? VolumeId { get; private init; }

    internal string? PaperId { get; private init; }

    internal string? VolumeTitle { get; private init; }

    internal string? Year { get; private init; }

    internal string? Month { get; private init; }

    /// <summary>The Anthology's venue ids: <c>acl</c>, <c>ws</c>.</summary>
    internal IReadOnlyList<string> Venues { get; private init; } = [];

    internal string? Title { get; private init; }

    internal string? Abstract { get; private init; }

    internal IReadOnlyList<(string? Name, string? Affiliation)> Authors { get; private init; } = [];

    /// <summary>The paper's Anthology id, or the address of a PDF kept elsewhere.</summary>
    internal string? Url { get; private init; }

    internal string? Doi { get; private init; }

    internal IReadOnlyList<string> Awards { get; private init; } = [];

    internal bool IsRetracted { get; private init; }

    internal static AnthologyPaper Read(XElement collection)
    {
        var volume = collection.Element("volume");
        var meta = volume?.Element("meta");
        var paper = volume?.Element("paper");
        return new AnthologyPaper
        {
            CollectionId = (string?)collection.Attribute("id"),
            VolumeId = (string?)volume?.Attribute("id"),
            PaperId = (string?)paper?.Attribute("id"),
            VolumeTitle = Flat(meta?.Element("booktitle")),
            Year = meta?.Element("year")?.Value,
            Month = meta?.Element("month")?.Value,
            Venues = [.. (meta?.Elements("venue") ?? []).Select(venue => venue.Value)],
            Title = Flat(paper?.Element("title")),
            Abstract = Flat(paper?.Element("abstract")),
            Authors = [.. (paper?.Elements("author") ?? []).Select(author => (Name(author), (string?)author.Element("affiliation")))],
            Url = paper?.Element("url")?.Value,
            Doi = paper?.Element("doi")?.Value,
            Awards = [.. (paper?.Elements("award") ?? []).Select(award => award.Value)],
            IsRetracted = paper?.Element("retracted") is not null || paper?.Element("removed") is not null,
        };
    }

    /// <summary>First name first whatever the order of the elements; some people have one name.</summary>
    private static string Name(XElement author) =>
        string.Join(' ', new[] { author.Element("first")?.Value, author.Element("last")?.Value }.Where(name => !string.IsNullOrWhiteSpace(name)));

    private static string? Flat(XElement? element)
    {
        if (element is null)
            return null;

        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "tex-math" } formula:
                    text.Append('$').Append(formula.Value).Append('$');
                    break;
                // Some titles and abstracts have line breaks and paragraphs.
                case XElement { Name.LocalName: "br" }:
                    text.Append(' ');
                    break;
                case XElement child:
                    Append(text, child);
                    break;
                default:
                    break;
            }
        }
    }
}
