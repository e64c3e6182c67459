using Winnow.Sources.Reading;

namespace Winnow.Sources.Json;

/// <summary>A format whose records are JSON objects: in a list, wrapped, alone, or one a line.</summary>
internal abstract class JsonRecordFormat : RecordFormat
{
    /// <summary>Members of an outer object that hold the records; see <see cref="JsonRecords.Split"/>.</summary>
    protected virtual IReadOnlyList<string> Lists => [];

    /// <summary>Members of an outer object whose values are the records.</summary>
    protected virtual IReadOnlyList<string> Maps => [];

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) => JsonShape.Of(head) is { IsJson: true } shape && Sniff(shape);

    protected abstract bool Sniff(JsonShape shape);

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context) => JsonRecords.Split(content, Lists, Maps);
}
