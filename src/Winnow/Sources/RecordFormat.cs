using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Xml;
using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources;

/// <summary>
/// The frame that all formats share: split the input into raw records, then adapt each from its raw bytes alone, so that reading a kept record again gives
/// what reading the file gave.
/// </summary>
internal abstract class RecordFormat : IRecordFormat
{
    public abstract string Name { get; }

    public abstract string Description { get; }

    public abstract bool Sniff(ReadOnlySpan<byte> head, string fileName);

    public IEnumerable<ReadItem> Read(Stream content, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        return ReadPieces(content, context);
    }

    public RecordFields Parse(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return Adapt(raw).Fields;
        }
        catch (Exception damage) when (damage is JsonException or XmlException or UnreadableRecordException)
        {
            throw new InvalidDataException($"A kept record cannot be read again as {Name}: {Sentence(damage)}", damage);
        }
    }

    /// <summary>Cuts the input into raw records in its order, or says why a piece is none.</summary>
    protected abstract IEnumerable<RawPiece> Split(Stream content, ReadContext context);

    /// <summary>Reads one raw record. Pure.</summary>
    /// <exception cref="UnreadableRecordException">It holds no paper.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="XmlException">It is not XML.</exception>
    protected abstract AdaptedRecord Adapt(ReadOnlyMemory<byte> raw);

    /// <summary>Reads a piece that says that a record was deleted; false for every other.</summary>
    protected virtual bool TryReadDeletion(ReadOnlyMemory<byte> raw, ReadContext context, [NotNullWhen(true)] out RecordDeletion? deletion)
    {
        deletion = null;
        return false;
    }

    private static string Sentence(Exception damage) => damage switch
    {
        JsonException json => $"It is not valid JSON: {FrameworkMessage.Sentence(json.Message)}",
        XmlException xml => $"It is not valid XML: {FrameworkMessage.Sentence(xml.Message)}",
        // It may quote what the source says, lines and control characters included.
        _ => TextCleaning.CleanLine(damage.Message, TextMarkup.None),
    };

    internal static string Excerpt(ReadOnlyMemory<byte> raw)
    {
        // Four bytes a character at most, and white space that cleaning takes away.
        var text = Encoding.UTF8.GetString(raw.Span[..Math.Min(raw.Length, 4 * RejectedRecord.ExcerptLength)]);
        var line = TextCleaning.CleanLine(text, TextMarkup.None);
        return line.Length <= RejectedRecord.ExcerptLength ? line : line[..RejectedRecord.ExcerptLength];
    }

    private IEnumerable<ReadItem> ReadPieces(Stream content, ReadContext context)
    {
        long number = 0;
        foreach (var piece in Split(content, context))
            yield return ReadPiece(piece, new RecordPlace(context.File, piece.Line, ++number), context);
    }

    private ReadItem ReadPiece(RawPiece piece, RecordPlace place, ReadContext context)
    {
        if (piece.Problem is { } problem)
            return new RejectedRecord(place, problem, Excerpt(piece.Bytes));

        try
        {
            if (TryReadDeletion(piece.Bytes, context, out var deletion))
                return new ReadDeletion(deletion, place);

            var adapted = Adapt(piece.Bytes);
            return new ReadRecord(
                new SourceRecord
                {
                    Source = adapted.Source,
                    Key = adapted.Key,
                    Format = Name,
                    Raw = piece.Bytes,
                    Fields = adapted.Fields,
                    Observations = SeenCount.Observations(adapted.Counts, context.SeenAt),
                },
                place);
        }
        catch (Exception damage) when (damage is JsonException or XmlException or UnreadableRecordException)
        {
            return new RejectedRecord(place, Sentence(damage), Excerpt(piece.Bytes));
        }
    }
}
