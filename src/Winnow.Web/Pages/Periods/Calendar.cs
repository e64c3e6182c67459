using Winnow.Papers;

namespace Winnow.Web.Pages.Periods;

/// <summary>The weeks of a period, from Monday to Sunday.</summary>
internal static class Calendar
{
    private const int Levels = 4;

    public static IReadOnlyList<IReadOnlyList<CalendarDay>> Of(CalendarPeriod period, IReadOnlyList<DayCount> counts)
    {
        var papers = counts.ToDictionary(count => count.Day, count => count.Papers);
        var most = Math.Max(1, counts.Count == 0 ? 1 : counts.Max(count => count.Papers));
        var weeks = new List<IReadOnlyList<CalendarDay>>();
        for (var week = CalendarPeriod.Of(PeriodKind.Week, period.First); week.First <= period.Last; week = week.Next)
        {
            var monday = week.First;
            weeks.Add([.. Enumerable.Range(0, 7).Select(i => Day(monday.AddDays(i)))]);
        }

        return weeks;

        CalendarDay Day(DateOnly day)
        {
            var count = papers.GetValueOrDefault(day);
            var level = (int)Math.Ceiling((double)Levels * count / most);
            return new CalendarDay(day, count, level, day >= period.First && day <= period.Last);
        }
    }
}
