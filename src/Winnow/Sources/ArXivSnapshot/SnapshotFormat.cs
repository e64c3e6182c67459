using Winnow.Sources.Json;

namespace Winnow.Sources.ArXivSnapshot;

/// <summary>arXiv's metadata snapshot on Kaggle: all of arXiv, one JSON object a line.</summary>
internal sealed class SnapshotFormat : JsonRecordFormat
{
    public override string Name => "arxiv-snapshot";

    public override string Description => "arXiv's metadata snapshot on Kaggle (JSON Lines)";

    protected override bool Sniff(JsonShape shape) => shape.Has("authors_parsed") || (shape.Has("versions[].created") && shape.HasAny("categories", "update_date"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => SnapshotAdapter.Adapt(JsonWire.Read<SnapshotPaper>(raw));
}
