using System.Globalization;

namespace Winnow.Search.Language;

/// <summary>The value of <c>year:</c>.</summary>
internal static class YearRange
{
    /// <summary>Reads <c>2019</c>, <c>2019..2023</c>, <c>2019..</c>, <c>..2020</c>, and <c>2019-2023</c> because people write it; ends in the wrong order are swapped.</summary>
    internal static bool TryParse(string text, out int? from, out int? to)
    {
        from = to = null;
        var (first, last) = Split(text);
        if (!TryParseEnd(first, out from) || !TryParseEnd(last, out to) || (from is null && to is null))
        {
            return false;
        }

        if (from > to)
        {
            (from, to) = (to, from);
        }

        return true;
    }

    private static (string First, string Last) Split(string text)
    {
        var at = text.IndexOf("..", StringComparison.Ordinal);
        if (at >= 0)
        {
            return (text[..at], text[(at + 2)..]);
        }

        at = text.IndexOfAny(['-', '–']);
        return at > 0 && at < text.Length - 1 ? (text[..at], text[(at + 1)..]) : (text, text);
    }

    private static bool TryParseEnd(string text, out int? year)
    {
        year = null;
        if (text.Length == 0)
        {
            return true;
        }

        // Four digits: neither "20" nor "20190" is a year of publication.
        if (text.Length != 4 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1000)
        {
            return false;
        }

        year = value;
        return true;
    }
}
