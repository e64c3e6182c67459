using Winnow.Sources.Reading;
using Winnow.Sources.Xml;

namespace Winnow.Sources.Feeds;

/// <summary>RSS and Atom feeds, of arXiv's announcements, of Hugging Face's daily papers, and any other.</summary>
internal sealed class FeedFormat : RecordFormat
{
    public override string Name => "feed";

    public override string Description => "RSS and Atom feeds: arXiv's announcements, Hugging Face daily papers, any journal's";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) => XmlShape.Root(head) is "rss" or "feed" or "RDF";

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context) => XmlElements.Split(content, "entry", "item");

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => FeedEntryAdapter.Adapt(FeedEntry.Read(XmlElements.Load(raw)));
}
