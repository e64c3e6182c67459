using Winnow.Sources.Json;

namespace Winnow.Sources.OpenReview;

/// <summary>Notes of OpenReview, of its first and second API, in an answer or alone.</summary>
internal sealed class OpenReviewFormat : JsonRecordFormat
{
    public override string Name => "openreview";

    public override string Description => "OpenReview notes (API v1 and v2)";

    protected override IReadOnlyList<string> Lists => ["notes"];

    protected override bool Sniff(JsonShape shape) =>
        shape.HasAny("notes[].content", "notes") && shape.HasAny("notes[].id", "notes[].forum", "count") || (shape.Has("content.title") && shape.HasAny("forum", "invitation", "invitations"));

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => OpenReviewAdapter.Adapt(JsonWire.Read<OpenReviewNote>(raw));
}
