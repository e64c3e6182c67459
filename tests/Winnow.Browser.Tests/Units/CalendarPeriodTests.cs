using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Winnow.Web.Pages.Periods;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class CalendarPeriodTests
{
    [Theory]
    [InlineData("day", "2026-3-11")]
    [InlineData("day", "2026-02-29")]
    [InlineData("day", "0000-01-01")]
    [InlineData("day", "9999-12-31")]
    [InlineData("day", "2026-03-11 ")]
    [InlineData("week", "2026-W00")]
    [InlineData("week", "2026-W54")]
    [InlineData("week", "2026-11")]
    [InlineData("week", "9999-W52")]
    [InlineData("month", "2026-13")]
    [InlineData("month", "2026")]
    [InlineData("year", "2026")]
    [InlineData("day", "")]
    public void What_names_no_period_is_refused(string kind, string name) => Assert.False(CalendarPeriod.TryParse(kind, name, out _));

    [Fact]
    public void Every_day_is_in_one_period_of_each_kind_whose_address_leads_back() =>
        Gen.Select(Gen.Int[new DateOnly(1001, 1, 1).DayNumber, new DateOnly(9998, 12, 20).DayNumber], Gen.Enum<PeriodKind>()).ForAll(
            (number, kind) =>
            {
                var day = DateOnly.FromDayNumber(number);
                var period = CalendarPeriod.Of(kind, day);
                Assert.True(period.First <= day && day <= period.Last);
                Assert.Equal(period.First, period.Previous.Last.AddDays(1));
                Assert.Equal(period, period.Next.Previous);
                Assert.True(CalendarPeriod.TryParse(period.Path.Split('/')[1], period.Path.Split('/')[2], out var read));
                Assert.Equal(period, read);
            },
            iter: 3000);

    [Fact]
    public void Names_are_those_that_people_use()
    {
        var day = new DateOnly(2026, 3, 11);
        Assert.Equal(("/day/2026-03-11", "Mar 11, 2026", "Mar 11"), Names(PeriodKind.Day));
        Assert.Equal(("/week/2026-W11", "Week 11, 2026", "Week 11"), Names(PeriodKind.Week));
        Assert.Equal(("/month/2026-03", "March 2026", "March"), Names(PeriodKind.Month));
        // The first days of 2027 belong to the last week of 2026.
        Assert.Equal("/week/2026-W53", CalendarPeriod.Of(PeriodKind.Week, new DateOnly(2027, 1, 3)).Path);

        (string, string, string) Names(PeriodKind kind) => CalendarPeriod.Of(kind, day) switch { var period => (period.Path, period.Title, period.ShortTitle) };
    }

    [Fact]
    public void A_calendar_is_made_of_whole_weeks_and_shades_by_the_fullest_day()
    {
        var march = CalendarPeriod.Of(PeriodKind.Month, new DateOnly(2026, 3, 11));
        var weeks = Calendar.Of(march, [new DayCount(new DateOnly(2026, 3, 2), 1), new DayCount(new DateOnly(2026, 3, 3), 400), new DayCount(new DateOnly(2026, 3, 4), 101)]);

        Assert.All(weeks, week => Assert.Equal(7, week.Count));
        Assert.Equal(new DateOnly(2026, 2, 23), weeks[0][0].Day);
        Assert.Equal(new DateOnly(2026, 4, 5), weeks[^1][6].Day);
        Assert.Equal(31, weeks.SelectMany(week => week).Count(day => day.Inside));
        Assert.Equal([1, 4, 2, 0], weeks[1].Take(4).Select(day => day.Level));
    }
}
