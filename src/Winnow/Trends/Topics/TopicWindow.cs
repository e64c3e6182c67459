using System.Globalization;

namespace Winnow.Trends.Topics;

/// <summary>One stretch of the stream: a day, an ISO week, a month or a year.</summary>
/// <param name="Span">How long.</param>
/// <param name="Start">Its first day.</param>
public readonly record struct TopicWindow(TopicSpan Span, DateOnly Start) : IComparable<TopicWindow>
{
    /// <summary>The first day after it.</summary>
    public DateOnly End => Span switch
    {
        TopicSpan.Day => Start.AddDays(1),
        TopicSpan.Week => Start.AddDays(7),
        TopicSpan.Month => Start.AddMonths(1),
        _ => Start.AddYears(1),
    };

    public TopicWindow Previous => Of(Span, Start.AddDays(-1));

    public TopicWindow Next => Of(Span, End);

    /// <summary>The one that a day lies in.</summary>
    public static TopicWindow Of(TopicSpan span, DateOnly day) => new(span, span switch
    {
        TopicSpan.Day => day,
        TopicSpan.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TopicSpan.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    });

    /// <summary>Reads what <see cref="ToString"/> writes: <c>2025-02-14</c>, <c>2025-W07</c>, <c>2025-02</c>, <c>2025</c>.</summary>
    public static bool TryParse(string? text, out TopicWindow window)
    {
        window = default;
        if (text is null)
        {
            return false;
        }

        var week = text.IndexOf("-W", StringComparison.OrdinalIgnoreCase);
        if (week == 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1 and < 9999
            && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= ISOWeek.GetWeeksInYear(year))
        {
            window = new TopicWindow(TopicSpan.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
            return true;
        }

        foreach (var (span, format) in new[] { (TopicSpan.Day, "yyyy-MM-dd"), (TopicSpan.Month, "yyyy-MM"), (TopicSpan.Year, "yyyy") })
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                window = Of(span, day);
                return true;
            }
        }

        return false;
    }

    public int CompareTo(TopicWindow other) => Start.CompareTo(other.Start) is var byStart and not 0 ? byStart : Span.CompareTo(other.Span);

    public override string ToString() => Span switch
    {
        TopicSpan.Day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TopicSpan.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(Start.ToDateTime(TimeOnly.MinValue)):0000}-W{ISOWeek.GetWeekOfYear(Start.ToDateTime(TimeOnly.MinValue)):00}"),
        TopicSpan.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    public static bool operator <(TopicWindow left, TopicWindow right) => left.CompareTo(right) < 0;

    public static bool operator >(TopicWindow left, TopicWindow right) => left.CompareTo(right) > 0;

    public static bool operator <=(TopicWindow left, TopicWindow right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TopicWindow left, TopicWindow right) => left.CompareTo(right) >= 0;
}
