namespace Winnow.Benchmarks.Trends;

/// <summary>A way to look at a week's papers before its top is known: each list is what somebody would rank.</summary>
/// <param name="Name">In words.</param>
/// <param name="Lists">The lists that it makes of a week.</param>
internal sealed record Look(string Name, Func<IReadOnlyList<DailyPaper>, IEnumerable<IReadOnlyList<Glance>>> Lists)
{
    private const int LeastPapers = 20;

    /// <summary>In the data the first count of a day is from 7 to 14 h, the next from 24 to 26 h after its midnight.</summary>
    internal static IReadOnlyList<Look> All { get; } =
    [
        AtAge("each paper on its first day, 14:00", TimeSpan.FromHours(14)),
        AtAge("each paper after one day, 02:00", TimeSpan.FromHours(26)),
        AtAge("each paper after two days, 02:00", TimeSpan.FromHours(50)),
        AtMoment("the week so far, each workday at 14:00", TimeSpan.FromHours(14)),
        AtMoment("the week so far, each workday's night at 01:30", TimeSpan.FromHours(25.5)),
    ];

    private static Look AtAge(string name, TimeSpan age) => new(name, week => [Known(week.Select(paper => new Glance(paper, paper.Midnight + age)))]);

    private static Look AtMoment(string name, TimeSpan time) => new(name, week =>
    {
        var first = week[0].Midnight;
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        return Enumerable.Range(0, 5).Select(day => monday.AddDays(day) + time)
            .Select(moment => Known(week.Where(paper => paper.Midnight.AddHours(7) <= moment).Select(paper => new Glance(paper, moment))))
            .Where(list => list.Count >= LeastPapers && list.Any(glance => glance.At - glance.Paper.Midnight < TimeSpan.FromHours(30)));
    });

    private static IReadOnlyList<Glance> Known(IEnumerable<Glance> glances) => [.. glances.Where(glance => glance.Paper.Seen.Any(seen => seen.Count > 0 && seen.At <= glance.At))];
}
