using System.Xml.Linq;

namespace Winnow.Sources.OaiPmh;

/// <summary>A <c>record</c> of an OAI-PMH answer (openarchives.org/OAI/openarchivesprotocol.html): the wire shape.</summary>
internal sealed record OaiRecord
{
    internal string? Identifier { get; private init; }

    internal string? Datestamp { get; private init; }

    /// <summary>The repository keeps only the header of what it deleted.</summary>
    internal bool IsDeleted { get; private init; }

    /// <summary>The element inside <c>metadata</c>, of which the name tells the kind: <c>arXiv</c>, <c>arXivRaw</c>, <c>dc</c>.</summary>
    internal XElement? Metadata { get; private init; }

    internal static OaiRecord Read(XElement record)
    {
        var header = Child(record, "header");
        return new OaiRecord
        {
            Identifier = Child(header, "identifier")?.Value,
            Datestamp = Child(header, "datestamp")?.Value,
            IsDeleted = (string?)header?.Attribute("status") == "deleted",
            Metadata = Child(record, "metadata")?.Elements().FirstOrDefault(),
        };
    }

    internal static XElement? Child(XElement? parent, string name) => All(parent, name).FirstOrDefault();

    internal static IEnumerable<XElement> All(XElement? parent, string name) => parent?.Elements().Where(child => child.Name.LocalName == name) ?? [];
}
