namespace Winnow.Sources.Reading;

/// <summary>Cuts an input into its lines. A line that is too long is passed over without being held.</summary>
internal static class Lines
{
    private const int ExcerptBytes = 1024;

    /// <summary>The lines that hold more than white space, without their ends.</summary>
    internal static IEnumerable<RawPiece> Split(InputBuffer buffer)
    {
        while (buffer.HasNext())
        {
            var line = buffer.Line;
            var isWhole = PassLine(buffer, out var excerpt);
            if (!isWhole)
                yield return new RawPiece(excerpt, line, RecordLimits.TooLarge);
            else if (!IsBlank(buffer.Kept))
                yield return new RawPiece(buffer.Kept.TrimEnd("\r\n \t"u8).ToArray(), line);

            buffer.Forget();
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept("\r\n \t"u8) < 0;

    private static bool PassLine(InputBuffer buffer, out byte[] excerpt)
    {
        excerpt = [];
        var isWhole = true;
        while (true)
        {
            var end = buffer.Ahead.IndexOf((byte)'\n');
            buffer.Pass(end < 0 ? buffer.Ahead.Length : end + 1);
            if (buffer.Kept.Length > RecordLimits.MaxBytes)
            {
                excerpt = isWhole ? buffer.Kept[..ExcerptBytes].ToArray() : excerpt;
                isWhole = false;
            }

            if (end >= 0)
                return isWhole;

            if (!isWhole)
                buffer.Forget();

            if (!buffer.More())
                return isWhole;
        }
    }
}
