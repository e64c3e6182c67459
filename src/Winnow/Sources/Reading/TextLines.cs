using System.Text;

namespace Winnow.Sources.Reading;

/// <summary>The lines of a text, whose ends may be LF, CR LF or the CR of old machines.</summary>
internal static class TextLines
{
    /// <summary>Each line without its end, with its number; null in place of a line beyond <see cref="RecordLimits.MaxBytes"/>.</summary>
    internal static IEnumerable<(string? Text, long Line)> Of(Stream content)
    {
        var buffer = new InputBuffer(content);
        long number = 0;
        var afterReturn = false;
        while (buffer.HasNext())
        {
            // The second half of CR LF ends no line of its own.
            if (afterReturn && buffer.Ahead[0] == (byte)'\n')
                buffer.Pass(1);

            buffer.Forget();
            if (!buffer.HasNext())
                yield break;

            number++;
            var fits = Pass(buffer);
            var line = buffer.Kept;
            afterReturn = line is [.., (byte)'\r'];
            yield return (fits ? Encoding.UTF8.GetString(line.TrimEnd("\r\n"u8)) : null, number);
        }
    }

    private static bool Pass(InputBuffer buffer)
    {
        var fits = true;
        while (true)
        {
            var end = buffer.Ahead.IndexOfAny((byte)'\r', (byte)'\n');
            buffer.Pass(end < 0 ? buffer.Ahead.Length : end + 1);
            fits &= buffer.Kept.Length <= RecordLimits.MaxBytes;
            if (end >= 0)
                return fits;

            if (!fits)
                buffer.Forget();

            if (!buffer.More())
                return fits;
        }
    }
}
