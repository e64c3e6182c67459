using System.Globalization;

namespace Winnow.Cli.Output;

/// <summary>Sizes of memory as people write them, in powers of 1,024.</summary>
internal static class ByteSize
{
    private const string Units = "KMGT";

    /// <returns>Bytes, or null when the text is no size.</returns>
    public static long? Parse(string? text)
    {
        var trimmed = (text ?? "").Trim().ToUpperInvariant();
        if (trimmed.EndsWith('B')) trimmed = trimmed[..^1];
        if (trimmed.EndsWith('I')) trimmed = trimmed[..^1];
        var power = trimmed.Length == 0 ? 0 : Units.IndexOf(trimmed[^1], StringComparison.Ordinal) + 1;
        var number = power > 0 ? trimmed[..^1] : trimmed;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && value < 1e6
            || (power == 0 && double.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0)
                ? (long)(value * Math.Pow(1024, power)) : null;
    }

    public static string Text(long bytes)
    {
        var (value, unit) = ((double)bytes, -1);
        while (value >= 1024 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {(unit < 0 ? "bytes" : $"{Units[unit]}iB")}");
    }
}
