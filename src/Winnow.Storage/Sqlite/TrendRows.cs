using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>Trends, from the side of the one who writes.</summary>
internal sealed class TrendRows(Connection connection)
{
    internal void Update(IReadOnlyList<UpdatedTrend> updates)
    {
        // A paper that was queued again has a higher mark, and stays.
        connection.Prepare("DELETE FROM stale_trends WHERE mark IN (SELECT value FROM json_each(?1))")
            .Bind(1, NumberList.Of(updates.Select(update => update.Mark))).Run();
        var revision = connection.Prepare("SELECT max(revision) FROM paper_trends").Number() ?? 0;
        // In the order of the index: each of its pages is then touched once, and not once a paper.
        foreach (var update in updates.OrderBy(update => update.Id))
        {
            if (update.Trend is not null || connection.Prepare("SELECT 1 FROM paper_trends WHERE paper = ?1").Bind(1, update.Id.Value).Number() is not null)
            {
                Replace(++revision, update.Id, update.Trend);
            }
        }
    }

    internal void Invalidate(int formula)
    {
        connection.Prepare("UPDATE trend_formula SET version = ?1 WHERE id = 1").Bind(1, formula).Run();
        connection.Prepare("INSERT OR REPLACE INTO stale_trends (paper) SELECT paper FROM paper_trends WHERE day IS NOT NULL").Run();
        connection.Prepare("""
            INSERT OR REPLACE INTO stale_trends (paper)
            SELECT DISTINCT records.paper
            FROM records
            WHERE records.id IN (SELECT record FROM observations UNION SELECT record FROM reader_votes UNION SELECT record FROM reader_visits)
            """).Run();
    }

    private void Replace(long revision, PaperId paper, PaperTrend? trend) =>
        connection.Prepare("""
            INSERT OR REPLACE INTO paper_trends (revision, paper, day, week, month, total, appeared, categories, venue)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
            .Bind(1, revision)
            .Bind(2, paper.Value)
            .Bind(3, trend?.Day)
            .Bind(4, trend?.Week)
            .Bind(5, trend?.Month)
            .Bind(6, trend?.All)
            .Bind(7, trend?.Appeared.ToUnixTimeMilliseconds())
            .Bind(8, trend is null ? null : string.Join('\n', trend.Categories))
            .Bind(9, trend?.Venue)
            .Run();
}
