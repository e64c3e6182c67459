using Winnow.Sources.Json;

namespace Winnow.Sources.SemanticScholar;

/// <summary>Answers of Semantic Scholar: search, batch, references, citations, recommendations, single papers, errors.</summary>
internal sealed class SemanticScholarFormat : JsonRecordFormat
{
    public override string Name => "semantic-scholar";

    public override string Description => "Semantic Scholar papers (the API's JSON)";

    protected override IReadOnlyList<string> Lists => ["data", "recommendedPapers"];

    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("paperId", "data[].paperId", "recommendedPapers[].paperId", "data[].citedPaper.paperId", "data[].citingPaper.paperId", "recommendedPapers")
        || (shape.Has("error") && shape.Members.All(name => name is "error" or "code" or "message"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw)
    {
        // A batch answers in the order of the ids asked for.
        if (raw.Span.SequenceEqual("null"u8))
            throw new UnreadableRecordException("Semantic Scholar knows no paper by the id that was asked for here.");

        return SemanticScholarAdapter.Adapt(JsonWire.Read<SemanticScholarPaper>(raw));
    }
}
