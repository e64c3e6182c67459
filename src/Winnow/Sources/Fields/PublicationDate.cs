using System.Globalization;

namespace Winnow.Sources.Fields;

/// <summary>Reads the dates that publishers write. A year out of range, or a text that is no date, is none.</summary>
internal static class PublicationDate
{
    private const int FirstYear = 1000;
    private const int LastYear = 2100;

    // RFC 822 with and without weekday, and zones that are named.
    private static readonly string[] Rfc822 =
    [
        "ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss", "ddd, d MMM yyyy", "d MMM yyyy",
    ];

    internal static int? Year(double? year) => year is >= FirstYear and <= LastYear ? (int)year : null;

    /// <summary>The first run of exactly four digits that is a sane year: <c>2016/12//</c>, <c>(2004)</c>, <c>June 2019</c>.</summary>
    internal static int? Year(string? text)
    {
        for (var i = 0; i + 4 <= (text?.Length ?? 0); i++)
        {
            var run = text.AsSpan(i);
            var digits = run.IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? run.Length : digits;
            if (digits == 4 && Year(double.Parse(run[..4], CultureInfo.InvariantCulture)) is { } year)
                return year;

            i += digits;
        }

        return null;
    }

    /// <summary>The day, for <c>2024-05-27</c>, <c>2024-05-27T17:34:15.000Z</c>, <c>2005/07/15</c> and RFC 822; the day is the one that is written, in its own zone.</summary>
    internal static DateOnly? Day(string? text)
    {
        var date = text.AsSpan().Trim();
        if (date.IsEmpty)
            return null;

        // ISO 8601, with or without a time.
        if (date.Length >= 10 && char.IsAsciiDigit(date[3]) && date[4] is '-' or '/')
        {
            return DateOnly.TryParseExact(date[..10], ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && (date.Length == 10 || !char.IsAsciiDigit(date[10]))
                    ? Sane(day)
                    : null;
        }

        var zone = date.LastIndexOf(' ');
        var unzoned = zone > 0 && date[(zone + 1)..].IndexOfAnyInRange('A', 'Z') >= 0 && date[(zone + 1)..].Length <= 4 ? date[..zone] : date;
        return DateTimeOffset.TryParseExact(unzoned, Rfc822, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var moment)
            ? Sane(DateOnly.FromDateTime(moment.DateTime))
            : null;
    }

    /// <summary>The day of year, month and day numbers; null when any is missing or out of range.</summary>
    internal static DateOnly? Day(int? year, int? month, int? day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month.Value)
            ? new DateOnly(year.Value, month.Value, day.Value)
            : null;

    private static DateOnly? Sane(DateOnly day) => day.Year is >= FirstYear and <= LastYear ? day : null;
}
