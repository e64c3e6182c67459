using Winnow.Sources.Json;

namespace Winnow.Sources.OpenAlex;

/// <summary>Works of OpenAlex, in an answer, alone, or one a line as in its snapshot.</summary>
internal sealed class OpenAlexFormat : JsonRecordFormat
{
    public override string Name => "openalex";

    public override string Description => "OpenAlex works (the API's JSON and the snapshot)";

    protected override IReadOnlyList<string> Lists => ["results"];

    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("results[].authorships", "results[].primary_location", "results[].abstract_inverted_index", "meta.db_response_time_ms")
        || (shape.HasAny("authorships", "abstract_inverted_index", "ids.openalex") && shape.HasAny("title", "display_name"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => OpenAlexAdapter.Adapt(JsonWire.Read<OpenAlexWork>(raw));
}
