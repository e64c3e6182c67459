using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>imports</c>.</summary>
internal sealed class ImportRows(Connection connection)
{
    /// <summary>An import commits every few seconds at least; one that has been silent for so long was killed.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    internal long Begin(string input, DateTimeOffset now)
    {
        connection.Prepare("UPDATE imports SET state = 'stopped' WHERE state = 'running' AND last_active < ?1")
            .Bind(1, (now - Silence).ToUnixTimeMilliseconds()).Run();
        return connection.Prepare("""
            INSERT INTO imports (input, started, last_active, state)
            VALUES (?1, ?2, ?2, 'running')
            RETURNING id
            """).Bind(1, input).Bind(2, now.ToUnixTimeMilliseconds()).Number()!.Value;
    }

    internal void Count(long id, ImportCounts counts, DateTimeOffset now) =>
        connection.Prepare("""
            UPDATE imports
            SET new = new + ?2, merged = merged + ?3, updated = updated + ?4, unchanged = unchanged + ?5, rejected = rejected + ?6, withdrawn = withdrawn + ?8,
                last_active = max(last_active, ?7), state = 'running'
            WHERE id = ?1
            """)
            .Bind(1, id)
            .Bind(2, counts.New)
            .Bind(3, counts.Merged)
            .Bind(4, counts.Updated)
            .Bind(5, counts.Unchanged)
            .Bind(6, counts.Rejected)
            .Bind(7, now.ToUnixTimeMilliseconds())
            .Bind(8, counts.Withdrawn)
            .Run();

    internal void End(long id, ImportState state, string? rejections, DateTimeOffset now) =>
        connection.Prepare("""
            UPDATE imports
            SET state = ?2, rejections = ?3, last_active = max(last_active, ?4)
            WHERE id = ?1
            """)
            .Bind(1, id)
            .Bind(2, state is ImportState.Finished ? "finished" : "stopped")
            .Bind(3, rejections)
            .Bind(4, now.ToUnixTimeMilliseconds())
            .Run();

    internal List<ImportRun> Newest(int limit)
    {
        var row = connection.Prepare("""
            SELECT id, input, started, last_active, state, new, merged, updated, unchanged, rejected, rejections, withdrawn
            FROM imports
            ORDER BY id DESC
            LIMIT ?1
            """).Bind(1, limit);
        var runs = new List<ImportRun>();
        while (row.Step())
        {
            runs.Add(new ImportRun(
                row.Int64(0),
                row.Text(1),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(3)),
                Enum.Parse<ImportState>(row.Text(4), ignoreCase: true),
                new ImportCounts(row.Int64(5), row.Int64(6), row.Int64(7), row.Int64(8), row.Int64(9), row.Int64(11)),
                row.IsNull(10) ? null : row.Text(10)));
        }

        return runs;
    }
}
