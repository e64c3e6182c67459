using Winnow.Papers;
using Winnow.Sources.Syncing;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>sync_runs</c>.</summary>
internal sealed class SyncRunRows(Connection connection)
{
    /// <summary>Runs kept of each source; a source that is asked every hour and fails each time would else fill the library.</summary>
    private const int Kept = 500;

    internal long Begin(long source, DateTimeOffset started, DateTimeOffset now)
    {
        connection.Prepare("UPDATE sync_runs SET state = 'stopped' WHERE source = ?1 AND state = 'running'").Bind(1, source).Run();
        connection.Prepare("""
            DELETE FROM sync_runs
            WHERE source = ?1 AND id <= (SELECT id FROM sync_runs WHERE source = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
            """).Bind(1, source).Bind(2, Kept).Run();
        return connection.Prepare("""
            INSERT INTO sync_runs (source, started, last_active, state)
            VALUES (?1, ?2, max(?2, ?3), 'running')
            RETURNING id
            """).Bind(1, source).Bind(2, started.ToUnixTimeMilliseconds()).Bind(3, now.ToUnixTimeMilliseconds()).Number()!.Value;
    }

    internal void Count(long id, SyncCommit commit, DateTimeOffset now) => connection.Prepare("""
        UPDATE sync_runs
        SET pages = pages + 1, new = new + ?2, merged = merged + ?3, updated = updated + ?4, unchanged = unchanged + ?5, rejected = rejected + ?6,
            withdrawn = withdrawn + ?7, fraction = ?8 / 1000000.0, rejections = ?9, message = coalesce(?10, message), last_active = max(last_active, ?11)
        WHERE id = ?1
        """)
        .Bind(1, id)
        .Bind(2, commit.Counts.New)
        .Bind(3, commit.Counts.Merged)
        .Bind(4, commit.Counts.Updated)
        .Bind(5, commit.Counts.Unchanged)
        .Bind(6, commit.Counts.Rejected)
        .Bind(7, commit.Counts.Withdrawn)
        .Bind(8, commit.Fraction is { } fraction ? (long)(Math.Clamp(fraction, 0, 1) * 1_000_000) : null)
        .Bind(9, commit.Rejections)
        .Bind(10, commit.Note)
        .Bind(11, now.ToUnixTimeMilliseconds())
        .Run();

    internal void End(long id, SyncEnd end, DateTimeOffset now) => connection.Prepare("""
        UPDATE sync_runs
        SET state = ?2, message = coalesce(?3, message), last_active = max(last_active, ?4)
        WHERE id = ?1
        """)
        .Bind(1, id)
        .Bind(2, end.State.ToString().ToLowerInvariant())
        .Bind(3, end.Error)
        .Bind(4, now.ToUnixTimeMilliseconds())
        .Run();

    internal List<SyncRun> Newest(long source, int limit, DateTimeOffset now) => Read(
        connection.Prepare("""
            SELECT id, source, started, last_active, state, new, merged, updated, unchanged, rejected, withdrawn, pages, round(fraction * 1000000), rejections, message
            FROM sync_runs
            WHERE source = ?1
            ORDER BY id DESC
            LIMIT ?2
            """).Bind(1, source).Bind(2, limit),
        now);

    internal List<SyncRun> Last(DateTimeOffset now) => Read(
        connection.Prepare("""
            SELECT id, source, started, last_active, state, new, merged, updated, unchanged, rejected, withdrawn, pages, round(fraction * 1000000), rejections, message
            FROM sync_runs
            WHERE id IN (SELECT (SELECT max(id) FROM sync_runs WHERE source = sync_sources.id) FROM sync_sources)
            """),
        now);

    private static List<SyncRun> Read(Statement row, DateTimeOffset now)
    {
        var runs = new List<SyncRun>();
        while (row.Step())
        {
            var lastActive = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(3));
            var state = Enum.Parse<SyncRunState>(row.Text(4), ignoreCase: true);
            runs.Add(new SyncRun(
                row.Int64(0),
                row.Int64(1),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)),
                lastActive,
                state == SyncRunState.Running && lastActive + SyncRun.Silence < now ? SyncRunState.Stopped : state,
                new ImportCounts(row.Int64(5), row.Int64(6), row.Int64(7), row.Int64(8), row.Int64(9), row.Int64(10)),
                (int)row.Int64(11),
                row.IsNull(12) ? null : row.Int64(12) / 1_000_000.0,
                row.IsNull(13) ? null : row.Text(13),
                row.IsNull(14) ? null : row.Text(14)));
        }

        return runs;
    }
}
