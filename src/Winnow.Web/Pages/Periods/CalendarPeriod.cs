using System.Globalization;
using System.Text.RegularExpressions;

namespace Winnow.Web.Pages.Periods;

/// <summary>
/// A day, an ISO week or a month: <c>/day/2026-03-11</c>, <c>/week/2026-W11</c>, <c>/month/2026-03</c>.
/// </summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="First">Its first day; a week's is a Monday.</param>
/// <param name="Last">Its last day.</param>
internal readonly partial record struct CalendarPeriod(PeriodKind Kind, DateOnly First, DateOnly Last)
{
    /// <summary>Papers have no earlier years, and dates go on to 9999.</summary>
    private const int FirstYear = 1000;
    private const int LastYear = 9998;

    /// <summary>As its address has it: <c>2026-03-11</c>, <c>2026-W11</c>, <c>2026-03</c>.</summary>
    public string Name => Kind switch
    {
        PeriodKind.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First):0000}-W{ISOWeek.GetWeekOfYear(First):00}"),
        _ => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    public string Path => $"/{Kind switch { PeriodKind.Day => "day", PeriodKind.Week => "week", _ => "month" }}/{Name}";

    /// <summary>"Mar 11, 2026", "Week 11, 2026", "March 2026".</summary>
    public string Title => Kind switch
    {
        PeriodKind.Day => First.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"Week {ISOWeek.GetWeekOfYear(First)}, {ISOWeek.GetYear(First)}"),
        _ => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>Without the year: "Mar 11", "Week 11", "March".</summary>
    public string ShortTitle => Kind switch
    {
        PeriodKind.Day => First.ToString("MMM d", CultureInfo.InvariantCulture),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"Week {ISOWeek.GetWeekOfYear(First)}"),
        _ => First.ToString("MMMM", CultureInfo.InvariantCulture),
    };

    public bool IsWeekendDay => Kind == PeriodKind.Day && IsWeekend(First);

    public CalendarPeriod Previous => Of(Kind, First.AddDays(-1));

    public CalendarPeriod Next => Of(Kind, Last.AddDays(1));

    public static CalendarPeriod Of(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Day => new CalendarPeriod(kind, day, day),
        PeriodKind.Week => Week(day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        _ => new CalendarPeriod(kind, new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
    };

    public static CalendarPeriod Day(DateOnly day) => Of(PeriodKind.Day, day);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <param name="kind"><c>day</c>, <c>week</c> or <c>month</c>.</param>
    /// <param name="name">As <see cref="Name"/> writes it, and no other way: one period has one address.</param>
    /// <param name="period">What they name.</param>
    public static bool TryParse(string kind, string name, out CalendarPeriod period)
    {
        DateOnly? first = kind switch
        {
            "day" => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            "month" => DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
            "week" => Monday(WeekName().Match(name)),
            _ => null,
        };
        period = first is { Year: >= FirstYear and <= LastYear } known
            ? Of(kind switch { "day" => PeriodKind.Day, "week" => PeriodKind.Week, _ => PeriodKind.Month }, known)
            : default;
        return period.Last.Year >= FirstYear && period.Name == name;
    }

    private static CalendarPeriod Week(DateOnly monday) => new(PeriodKind.Week, monday, monday.AddDays(6));

    private static DateOnly? Monday(Match name)
    {
        if (!name.Success)
        {
            return null;
        }

        var (year, week) = (int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(name.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return year is > FirstYear and <= LastYear && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
            : null;
    }

    [GeneratedRegex(@"^([0-9]{4})-W([0-9]{2})$")]
    private static partial Regex WeekName();
}
