using Winnow.Sources.Json;

namespace Winnow.Sources.MiniConf;

/// <summary>The JSON of conference sites made with Mini-Conf. Their tables (CSV) are read by another format.</summary>
internal sealed class MiniConfFormat : JsonRecordFormat
{
    public override string Name => "mini-conf";

    public override string Description => "papers of conference sites made with Mini-Conf (JSON)";

    protected override IReadOnlyList<string> Lists => ["papers"];

    protected override IReadOnlyList<string> Maps => ["papers"];

    // The events of a conference come first and may fill all that can be looked at.
    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("papers", "events") && !shape.HasAny("schedule", "title") && (shape.Has("papers") || shape.HasBelow("events", "paper_ids"))
        || (shape.Has("UID") && shape.Has("title") && shape.HasAny("abstract", "authors"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => MiniConfAdapter.Adapt(JsonWire.Read<MiniConfPaper>(raw));
}
