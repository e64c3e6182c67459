using System.Text;
using Winnow.Sources.Json;
using Winnow.Sources.Reading;
using Winnow.Sources.Venues;

namespace Winnow.Sources.PaperCopilot;

/// <summary>Paper Copilot's lists of conference papers.</summary>
internal sealed class PaperlistFormat : JsonRecordFormat
{
    public override string Name => "paperlists";

    public override string Description => "Paper Copilot's paperlists (JSON)";

    protected override bool Sniff(JsonShape shape) =>
        shape.Has("title") && (shape.Has("author") || shape.Has("aff")) && shape.HasAny("aff", "gs_citation", "aff_unique_index", "author_num", "site");

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        var file = ConferenceFile.InName(context.File);
        var member = Encoding.UTF8.GetBytes($"\"{ConferenceFile.Member}\":\"{file}\",");
        foreach (var piece in base.Split(content, context))
        {
            yield return file.Length > 0 && piece.Problem is null && piece.Bytes.Span is [(byte)'{', ..]
                ? piece with { Bytes = (byte[])[(byte)'{', .. member, .. piece.Bytes.Span[1..]] }
                : piece;
        }
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => PaperlistAdapter.Adapt(JsonWire.Read<PaperlistEntry>(raw));
}
