using System.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources.Tables;

/// <summary>Reads CSV (RFC 4180) and tab-separated text. A quote opens a cell only as its first character, and closes it only before the cell's end.</summary>
internal static class TableCells
{
    /// <summary>The character that separates the cells of a header: the most frequent of tab, comma and semicolon.</summary>
    internal static byte Separator(ReadOnlySpan<byte> header)
    {
        var (tabs, commas, semicolons) = (header.Count((byte)'\t'), header.Count((byte)','), header.Count((byte)';'));
        return tabs >= commas && tabs >= semicolons && tabs > 0 ? (byte)'\t' : commas >= semicolons ? (byte)',' : (byte)';';
    }

    internal static List<string> Split(ReadOnlySpan<byte> row, byte separator)
    {
        var cells = new List<string>();
        while (true)
        {
            var isQuoted = row is [(byte)'"', ..];
            var length = isQuoted ? QuotedLength(row, separator) : row.IndexOf(separator);
            var isLast = length < 0 || length >= row.Length;
            var cell = isLast ? row : row[..length];
            cells.Add(isQuoted && cell is [_, .., (byte)'"']
                ? Encoding.UTF8.GetString(cell[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal)
                : Encoding.UTF8.GetString(cell));
            if (isLast)
                return cells;

            row = row[(length + 1)..];
        }
    }

    /// <summary>Passes one row with its end.</summary>
    /// <param name="buffer">Stands at the row's start.</param>
    /// <param name="separator">What separates cells.</param>
    /// <returns>What is wrong with the row, or null.</returns>
    internal static string? PassRow(InputBuffer buffer, byte separator)
    {
        var (atCellStart, inQuotes, tooLarge) = (true, false, false);
        while (true)
        {
            if (buffer.Kept.Length > RecordLimits.MaxBytes || tooLarge)
            {
                tooLarge = true;
                buffer.Forget();
            }

            if (!buffer.HasNext())
                return tooLarge ? RecordLimits.TooLarge : inQuotes ? "The file ends in the middle of this row." : null;

            if (atCellStart && !inQuotes && buffer.Ahead[0] == (byte)'"')
            {
                inQuotes = true;
                buffer.Pass(1);
            }

            atCellStart = false;
            if (inQuotes)
            {
                var quote = buffer.Ahead.IndexOf((byte)'"');
                buffer.Pass(quote < 0 ? buffer.Ahead.Length : quote + 1);
                if (quote >= 0)
                    inQuotes = !IsClosed(buffer, separator);

                continue;
            }

            var stop = buffer.Ahead.IndexOfAny(separator, (byte)'\n');
            var isEnd = stop >= 0 && buffer.Ahead[stop] == (byte)'\n';
            buffer.Pass(stop < 0 ? buffer.Ahead.Length : stop + 1);
            atCellStart = stop >= 0;
            if (isEnd)
                return tooLarge ? RecordLimits.TooLarge : null;
        }
    }

    /// <summary>After a quote within a quoted cell: whether it closes the cell. A doubled quote is passed.</summary>
    private static bool IsClosed(InputBuffer buffer, byte separator)
    {
        if (!buffer.HasNext())
            return true;

        if (buffer.Ahead[0] != (byte)'"')
            return buffer.Ahead[0] == separator || buffer.Ahead[0] is (byte)'\n' or (byte)'\r';

        buffer.Pass(1);
        return false;
    }

    private static int QuotedLength(ReadOnlySpan<byte> row, byte separator)
    {
        for (var at = 1; at < row.Length; at++)
        {
            if (row[at] != (byte)'"')
                continue;

            if (at + 1 == row.Length || row[at + 1] == separator)
                return at + 1;

            at += row[at + 1] == (byte)'"' ? 1 : 0;
        }

        return -1;
    }
}
