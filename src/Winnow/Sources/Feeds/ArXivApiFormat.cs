using Winnow.Sources.Reading;
using Winnow.Sources.Xml;

namespace Winnow.Sources.Feeds;

/// <summary>Atom answers of the arXiv query API.</summary>
internal sealed class ArXivApiFormat : RecordFormat
{
    public override string Name => "arxiv-api";

    public override string Description => "answers of arXiv's query API (Atom)";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) =>
        XmlShape.Root(head) == "feed"
        && head.IndexOf("http://arxiv.org/schemas/atom"u8) >= 0
        && (head.IndexOf("a9.com/-/spec/opensearch"u8) >= 0 || head.IndexOf("arxiv.org/api/"u8) >= 0);

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context) => XmlElements.Split(content, "entry");

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => ArXivApiAdapter.Adapt(FeedEntry.Read(XmlElements.Load(raw)));
}
