using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads trends, and which of them are out of date.</summary>
internal static class TrendQueries
{
    internal static List<StaleTrend> Stale(Connection connection, long after, int limit)
    {
        var row = connection.Prepare("""
            SELECT stale_trends.mark, stale_trends.paper, papers.body
            FROM stale_trends
            LEFT JOIN papers ON papers.id = stale_trends.paper
            WHERE stale_trends.mark > ?1
            ORDER BY stale_trends.mark
            LIMIT ?2
            """).Bind(1, after).Bind(2, limit);
        var stale = new List<(PaperId Id, long Mark, Paper? Paper)>();
        while (row.Step())
        {
            stale.Add((new PaperId(row.Int64(1)), row.Int64(0), row.IsNull(2) ? null : PaperBody.Read(row.Blob(2))));
        }

        var signals = SignalQueries.Of(connection, [.. stale.Where(one => one.Paper is not null).Select(one => one.Id)]).ToDictionary(one => one.Paper);
        return [.. stale.Select(one => new StaleTrend(one.Id, one.Mark, one.Paper, signals.GetValueOrDefault(one.Id) ?? PaperSignals.None(one.Id)))];
    }

    internal static long CountTrends(Connection connection) => connection.Prepare("SELECT count(*) FROM paper_trends WHERE day IS NOT NULL").Number() ?? 0;

    internal static long CountStale(Connection connection) => connection.Prepare("SELECT count(*) FROM stale_trends").Number() ?? 0;

    internal static List<TrendChange> Changes(Connection connection, long revision, int limit)
    {
        var row = connection.Prepare("""
            SELECT revision, paper, day, week, month, total, appeared, categories, venue
            FROM paper_trends
            WHERE revision > ?1
            ORDER BY revision
            LIMIT ?2
            """).Bind(1, revision).Bind(2, limit);
        var changes = new List<TrendChange>();
        var categories = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (row.Step())
        {
            changes.Add(new TrendChange(row.Int64(0), new PaperId(row.Int64(1)), row.IsNull(2) ? null : Trend(row, categories)));
        }

        return changes;
    }

    internal static long Revision(Connection connection) => connection.Prepare("SELECT max(revision) FROM paper_trends").Number() ?? 0;

    internal static int Formula(Connection connection) => (int)(connection.Prepare("SELECT version FROM trend_formula WHERE id = 1").Number() ?? 0);

    /// <param name="row">As <see cref="Changes"/> asks for it.</param>
    /// <param name="categories">Combinations that were read before: thousands of papers have the same.</param>
    private static PaperTrend Trend(Statement row, Dictionary<string, string[]> categories)
    {
        var names = row.Text(7);
        if (!categories.TryGetValue(names, out var list))
        {
            categories.Add(names, list = names.Length > 0 ? names.Split('\n') : []);
        }

        return new PaperTrend
        {
            Day = row.Double(2),
            Week = row.Double(3),
            Month = row.Double(4),
            All = row.Double(5),
            Appeared = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(6)),
            Categories = list,
            Venue = row.IsNull(8) ? null : row.Text(8),
        };
    }
}
