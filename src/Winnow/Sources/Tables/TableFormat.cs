using System.Text;
using Winnow.Sources.Reading;
using Winnow.Sources.Venues;

namespace Winnow.Sources.Tables;

/// <summary>
/// Tables of papers with a header row, such as Mini-Conf's. A kept record is a table of two rows, the header and its own, with a column more for the
/// conference that only the file's name tells.
/// </summary>
internal sealed class TableFormat : RecordFormat
{
    public override string Name => "csv";

    public override string Description => "tables of papers with a header row (CSV, TSV), such as Mini-Conf's";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        var header = FirstLine(head);
        if (header.IsEmpty || header[0] is (byte)'{' or (byte)'[' or (byte)'<' or (byte)'@' or (byte)'%')
            return false;

        var columns = TableCells.Split(header, TableCells.Separator(header)).Select(TableRow.Normal).ToHashSet(StringComparer.Ordinal);
        return (columns.Contains("title") || columns.Contains("papertitle")) && (columns.Contains("authors") || columns.Contains("author") || columns.Contains("abstract"));
    }

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        var buffer = new InputBuffer(content);
        var head = FirstLine(buffer.Peek(RecordFormats.HeadLength)).ToArray();
        var separator = TableCells.Separator(head);
        var file = Encoding.UTF8.GetBytes(ConferenceFile.InPath(context.File));
        byte[] header = file.Length == 0 ? [.. head, (byte)'\n'] : [.. Encoding.UTF8.GetBytes(ConferenceFile.Member), separator, .. head, (byte)'\n'];
        TableCells.PassRow(buffer, separator);
        buffer.Forget();
        while (buffer.HasNext())
        {
            var line = buffer.Line;
            var problem = TableCells.PassRow(buffer, separator);
            var row = buffer.Kept.TrimEnd("\r\n"u8);
            if (problem is not null)
                yield return new RawPiece(row[..Math.Min(row.Length, 1024)].ToArray(), line, problem);
            else if (row.IndexOfAnyExcept((byte)' ', separator) >= 0)
                yield return new RawPiece((byte[])(file.Length == 0 ? [.. header, .. row] : [.. header, .. file, separator, .. row]), line);

            buffer.Forget();
        }
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw)
    {
        var header = FirstLine(raw.Span);
        var separator = TableCells.Separator(header);
        var row = raw.Span[Math.Min(header.Length + 1, raw.Length)..];
        return TableAdapter.Adapt(new TableRow(TableCells.Split(header, separator), TableCells.Split(row, separator)));
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        return (end < 0 ? bytes : bytes[..end]).TrimEnd("\r"u8);
    }
}
