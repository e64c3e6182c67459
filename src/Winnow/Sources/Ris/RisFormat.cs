using System.Text;
using System.Text.RegularExpressions;
using Winnow.Sources.Reading;

namespace Winnow.Sources.Ris;

/// <summary>RIS files of reference managers and publishers, and Web of Science's tagged export.</summary>
internal sealed partial class RisFormat : RecordFormat
{
    public override string Name => "ris";

    public override string Description => "RIS references, and Web of Science's tagged export";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        var text = Encoding.UTF8.GetString(head);
        return Ris().IsMatch(text) || (text.StartsWith("FN ", StringComparison.Ordinal) && text.Contains("\nPT ", StringComparison.Ordinal));
    }

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        var record = new StringBuilder();
        long? start = null;
        var wasBlank = true;
        var tooLarge = false;
        foreach (var (text, line) in TextLines.Of(content))
        {
            if (text is null)
            {
                tooLarge = true;
                continue;
            }

            // A new record may begin though the last one was not ended, after a blank line.
            var begins = Begins(text);
            if (begins && start is not null && wasBlank)
                yield return Piece(record, ref start, ref tooLarge);

            wasBlank = string.IsNullOrWhiteSpace(text);
            if (begins)
                start ??= line;

            if (start is null)
                continue;

            tooLarge |= record.Length + text.Length > RecordLimits.MaxBytes;
            if (!tooLarge)
                record.Append(text).Append('\n');

            if (Ends(text))
                yield return Piece(record, ref start, ref tooLarge);
        }

        if (start is not null)
            yield return new RawPiece(default, start, "The file ends in the middle of this record.");
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => RisAdapter.Adapt(RisRecord.Read(Encoding.UTF8.GetString(raw.Span)));

    private static bool Begins(string line) =>
        (RisLine.TryRead(line, isWebOfScience: false, out var tag, out _) && tag == "TY") || line.StartsWith("PT ", StringComparison.Ordinal);

    private static bool Ends(string line) => (RisLine.TryRead(line, isWebOfScience: false, out var tag, out _) && tag == "ER") || line.TrimEnd() == "ER";

    private static RawPiece Piece(StringBuilder record, ref long? start, ref bool tooLarge)
    {
        var piece = new RawPiece(tooLarge ? default : Encoding.UTF8.GetBytes(record.ToString()), start, tooLarge ? RecordLimits.TooLarge : null);
        record.Clear();
        (start, tooLarge) = (null, false);
        return piece;
    }

    [GeneratedRegex(@"^\uFEFF?TY {1,2}- ", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Ris();
}
