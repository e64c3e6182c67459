using Winnow.Sources.Json;

namespace Winnow.Sources.Crossref;

/// <summary>Works of Crossref's REST API, in an answer or alone.</summary>
internal sealed class CrossrefFormat : JsonRecordFormat
{
    public override string Name => "crossref";

    public override string Description => "Crossref works (the API's JSON)";

    protected override IReadOnlyList<string> Lists => ["message", "items"];

    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("message.items[].DOI", "message.items", "items[].DOI", "message.DOI") || (shape.Has("DOI") && shape.HasAny("container-title", "issued", "indexed", "prefix"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => CrossrefAdapter.Adapt(JsonWire.Read<CrossrefWork>(raw));
}
