using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// Reads by the day on which papers first appeared, each from the index <c>papers_by_day</c>, and when their records were read. A range of days over a new
/// year holds the number of that year without a day, which is no day and left out.
/// </summary>
internal static class AppearanceQueries
{
    internal static PaperPage Between(Connection connection, DateOnly first, DateOnly last, int offset, int limit)
    {
        var total = connection.Prepare("""
            SELECT count(*)
            FROM papers
            WHERE appeared BETWEEN ?1 AND ?2 AND appeared % 100 > 0
            """).Bind(1, Number(first)).Bind(2, Number(last)).Number() ?? 0;
        var papers = connection.Prepare("""
            SELECT body
            FROM papers
            WHERE appeared BETWEEN ?1 AND ?2 AND appeared % 100 > 0
            ORDER BY appeared DESC, position
            LIMIT ?3 OFFSET ?4
            """).Bind(1, Number(first)).Bind(2, Number(last)).Bind(3, limit).Bind(4, offset);
        return new PaperPage(PaperQueries.All(papers), total);
    }

    internal static List<PaperId> IdsBetween(Connection connection, DateOnly first, DateOnly last)
    {
        var row = connection.Prepare("""
            SELECT id
            FROM papers
            WHERE appeared BETWEEN ?1 AND ?2 AND appeared % 100 > 0
            ORDER BY appeared DESC, position
            """).Bind(1, Number(first)).Bind(2, Number(last));
        var ids = new List<PaperId>();
        while (row.Step())
        {
            ids.Add(new PaperId(row.Int64(0)));
        }

        return ids;
    }

    internal static List<DayCount> CountByDay(Connection connection, DateOnly first, DateOnly last)
    {
        var row = connection.Prepare("""
            SELECT appeared, count(*)
            FROM papers
            WHERE appeared BETWEEN ?1 AND ?2 AND appeared % 100 > 0
            GROUP BY appeared
            ORDER BY appeared
            """).Bind(1, Number(first)).Bind(2, Number(last));
        var days = new List<DayCount>();
        while (row.Step())
        {
            days.Add(new DayCount(Day(row.Int64(0)), row.Int64(1)));
        }

        return days;
    }

    internal static DateOnly? LastBefore(Connection connection, DateOnly day) => connection.Prepare("""
        SELECT appeared
        FROM papers
        WHERE appeared < ?1 AND appeared % 100 > 0
        ORDER BY appeared DESC
        LIMIT 1
        """).Bind(1, Number(day)).Number() is { } number ? Day(number) : null;

    internal static DateOnly? FirstAfter(Connection connection, DateOnly day) => connection.Prepare("""
        SELECT appeared
        FROM papers
        WHERE appeared > ?1 AND appeared % 100 > 0
        ORDER BY appeared
        LIMIT 1
        """).Bind(1, Number(day)).Number() is { } number ? Day(number) : null;

    internal static PaperStamp? Stamp(Connection connection, PaperId id)
    {
        var row = connection.Prepare("""
            SELECT id, updated, read_at
            FROM records
            WHERE paper = (SELECT paper FROM records WHERE id = ?1)
            ORDER BY ordinal
            """).Bind(1, id.Value);
        (RecordId? first, long? revised, long read) = (null, null, 0);
        while (row.Step())
        {
            first ??= new RecordId(row.Int64(0));
            revised = row.IsNull(1) ? revised : Math.Max(revised ?? 0, row.Int64(1));
            read = Math.Max(read, row.Int64(2));
        }

        return first is { } record
            ? new PaperStamp(id, record, revised is { } day ? DateOnly.FromDayNumber((int)day) : null, DateTimeOffset.FromUnixTimeMilliseconds(read))
            : null;
    }

    /// <summary>The day as <c>yyyymmdd</c>, as the table has it.</summary>
    private static long Number(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    private static DateOnly Day(long number) => new((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));
}
