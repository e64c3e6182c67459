using System.Globalization;
using Winnow.Sources.Json;
using Winnow.Sources.Reading;

namespace Winnow.Sources.HuggingFace;

/// <summary>Hugging Face's daily papers, searches and single papers, as its API answers.</summary>
internal sealed class HuggingFaceFormat : JsonRecordFormat
{
    public override string Name => "huggingface";

    public override string Description => "Hugging Face daily papers (the API's JSON)";

    protected override IReadOnlyList<string> Lists => ["data"];

    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("paper.id", "data[].paper.id")
        || (shape.HasAny("upvotes", "discussionId") && shape.Has("summary") && shape.Has("authors[].name"))
        || shape.FirstText?.StartsWith("{'paper':", StringComparison.Ordinal) == true;

    /// <summary>A known crawler saved some days as Python's notation inside JSON strings. That is one flaw of the file, told once.</summary>
    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        long? line = null;
        var count = 0;
        foreach (var piece in base.Split(content, context))
        {
            if (!piece.Bytes.Span.StartsWith("\"{'"u8))
            {
                yield return piece;
                continue;
            }

            line ??= piece.Line;
            count++;
        }

        if (count > 0)
        {
            var papers = count == 1 ? "1 paper" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} papers");
            yield return new RawPiece(default, line, $"The file was saved wrongly: {papers} in it are Python text instead of JSON, and cannot be read.");
        }
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw)
    {
        var item = JsonWire.Read<DailyPaper>(raw);
        return item.Paper is { } paper
            ? HuggingFaceAdapter.Adapt(paper, item)
            : HuggingFaceAdapter.Adapt(JsonWire.Read<HubPaper>(raw));
    }
}
