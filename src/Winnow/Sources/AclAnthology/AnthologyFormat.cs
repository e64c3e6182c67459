using System.Text;
using Winnow.Sources.Reading;
using Winnow.Sources.Xml;

namespace Winnow.Sources.AclAnthology;

/// <summary>
/// The ACL Anthology's own XML. A kept record is a file of the same form with one paper in it: its collection, its volume's description without the editors,
/// and the paper.
/// </summary>
internal sealed class AnthologyFormat : RecordFormat
{
    public override string Name => "acl-anthology";

    public override string Description => "the ACL Anthology's XML";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) => XmlShape.Root(head) == "collection" && head.IndexOf("<volume"u8) >= 0;

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        using var elements = new XmlElements(content);
        string? collection = null, volume = null, meta = null;
        while (elements.Next())
        {
            switch (elements.Name)
            {
                case "collection":
                    collection = elements.Attribute("id");
                    break;
                case "volume":
                    (volume, meta) = (elements.Attribute("id"), null);
                    break;
                case "meta":
                    meta = elements.Take(without: ["editor"]) is { Problem: null } piece ? Encoding.UTF8.GetString(piece.Bytes.Span) : null;
                    break;
                case "paper" when elements.Take(
                    writer =>
                    {
                        writer.WriteStartElement("collection");
                        writer.WriteAttributeString("id", collection);
                        writer.WriteStartElement("volume");
                        writer.WriteAttributeString("id", volume);
                        writer.WriteRaw(meta ?? "");
                    },
                    "editor") is { } paper:
                    yield return paper;
                    break;
                default:
                    break;
            }
        }

        if (elements.Problem is { } problem)
            yield return new RawPiece(default, elements.Line, problem);
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => AnthologyAdapter.Adapt(AnthologyPaper.Read(XmlElements.Load(raw)));
}
