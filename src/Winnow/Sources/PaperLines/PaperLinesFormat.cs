using Winnow.Sources.Json;
using Winnow.Sources.Reading;

namespace Winnow.Sources.PaperLines;

/// <summary>Winnow's own format: JSON Lines, one object a paper, of whose members only <c>title</c> is required.</summary>
internal sealed class PaperLinesFormat : RecordFormat
{
    public override string Name => "winnow";

    public override string Description => "Winnow's own JSON Lines: an object a line, of which only \"title\" is required";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        var shape = JsonShape.Of(head);
        if (!shape.Has("title") || shape.HasAny("start", "startTime", "start_time"))
            return false;

        // A list of things with titles may be anything; lines of them, or a single one, are this.
        return !shape.IsList || shape.HasAny("abstract", "authors", "arxiv", "doi");
    }

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context) => JsonRecords.Split(content, lists: []);

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => PaperLineAdapter.Adapt(PaperLineReader.Read(raw.Span));
}
