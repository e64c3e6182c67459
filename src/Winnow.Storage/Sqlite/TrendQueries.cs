using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads trends, and which of them are out of date.</summary>
internal static class TrendQueries
{
    internal static List<StaleTrend> Stale(Connection connection, int limit)
    {
        var row = connection.Prepare("""
            SELECT stale_trends.mark, stale_trends.paper, papers.body
            FROM stale_trends
            LEFT JOIN papers ON papers.id = stale_trends.paper
            ORDER BY stale_trends.mark
            LIMIT ?1
            """).Bind(1, limit);
        var stale = new List<StaleTrend>();
        while (row.Step())
        {
            var id = new PaperId(row.Int64(1));
            var paper = row.IsNull(2) ? null : PaperBody.Read(row.Blob(2));
            stale.Add(new StaleTrend(id, row.Int64(0), paper, paper is null ? PaperSignals.None(id) : SignalQueries.Of(connection, id)));
        }

        return stale;
    }

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
        while (row.Step())
        {
            changes.Add(new TrendChange(row.Int64(0), new PaperId(row.Int64(1)), row.IsNull(2) ? null : Trend(row)));
        }

        return changes;
    }

    internal static long Revision(Connection connection) => connection.Prepare("SELECT max(revision) FROM paper_trends").Number() ?? 0;

    internal static int Formula(Connection connection) => (int)(connection.Prepare("SELECT version FROM trend_formula WHERE id = 1").Number() ?? 0);

    private static PaperTrend Trend(Statement row) => new()
    {
        Day = row.Double(2),
        Week = row.Double(3),
        Month = row.Double(4),
        All = row.Double(5),
        Appeared = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(6)),
        Categories = row.Text(7) is { Length: > 0 } names ? names.Split('\n') : [],
        Venue = row.IsNull(8) ? null : row.Text(8),
    };
}
