using Winnow.Sources.Syncing;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>sync_sources</c>.</summary>
internal sealed class FollowedSourceRows(Connection connection)
{
    /// <returns>The id; null when the name is taken.</returns>
    internal long? Insert(NewSource source, DateTimeOffset now) => connection.Prepare("""
        INSERT INTO sync_sources (name, kind, follows, every, since, added, paused, next_run, failures)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?6, 0)
        ON CONFLICT (name) DO NOTHING
        RETURNING id
        """)
        .Bind(1, source.Name)
        .Bind(2, source.Kind)
        .Bind(3, source.Follows)
        .Bind(4, Math.Max(1, (long)source.Interval.TotalSeconds))
        .Bind(5, (long?)source.Since?.DayNumber)
        .Bind(6, now.ToUnixTimeMilliseconds())
        .Number();

    internal List<FollowedSource> All() => Read(connection.Prepare("""
        SELECT id, name, kind, follows, every, since, added, paused, cursor, next_run, last_run, last_success, failures, last_error
        FROM sync_sources
        ORDER BY name
        """));

    internal FollowedSource? Find(string name) => Read(connection.Prepare("""
        SELECT id, name, kind, follows, every, since, added, paused, cursor, next_run, last_run, last_success, failures, last_error
        FROM sync_sources
        WHERE name = ?1
        """).Bind(1, name)).FirstOrDefault();

    internal FollowedSource? Find(long id) => Read(connection.Prepare("""
        SELECT id, name, kind, follows, every, since, added, paused, cursor, next_run, last_run, last_success, failures, last_error
        FROM sync_sources
        WHERE id = ?1
        """).Bind(1, id)).FirstOrDefault();

    internal bool Delete(long id) => connection.Prepare("DELETE FROM sync_sources WHERE id = ?1 RETURNING 1").Bind(1, id).Number() is not null;

    internal bool Pause(long id) => connection.Prepare("UPDATE sync_sources SET paused = 1 WHERE id = ?1 RETURNING 1").Bind(1, id).Number() is not null;

    /// <summary>Due at once; whether the host wants to be left alone is asked when the request is to be sent.</summary>
    internal bool Resume(long id, DateTimeOffset now) => connection.Prepare("""
        UPDATE sync_sources
        SET paused = 0, next_run = min(next_run, ?2)
        WHERE id = ?1
        RETURNING 1
        """).Bind(1, id).Bind(2, now.ToUnixTimeMilliseconds()).Number() is not null;

    internal void Move(long id, string? cursor) =>
        connection.Prepare("UPDATE sync_sources SET cursor = ?2 WHERE id = ?1").Bind(1, id).Bind(2, cursor).Run();

    internal void End(long id, SyncEnd end, DateTimeOffset now) => connection.Prepare("""
        UPDATE sync_sources
        SET last_run = ?2, last_success = CASE WHEN ?3 THEN ?2 ELSE last_success END, failures = ?4, last_error = ?5, next_run = ?6
        WHERE id = ?1
        """)
        .Bind(1, id)
        .Bind(2, now.ToUnixTimeMilliseconds())
        .Bind(3, end.State == SyncRunState.Finished ? 1 : 0)
        .Bind(4, end.Failures)
        .Bind(5, end.Error)
        .Bind(6, end.NextRun.ToUnixTimeMilliseconds())
        .Run();

    private static List<FollowedSource> Read(Statement row)
    {
        var sources = new List<FollowedSource>();
        while (row.Step())
        {
            sources.Add(new FollowedSource(row.Int64(0), row.Text(1), row.Text(2), row.Text(3))
            {
                Interval = TimeSpan.FromSeconds(row.Int64(4)),
                Since = row.IsNull(5) ? null : DateOnly.FromDayNumber((int)row.Int64(5)),
                Added = Moment(row, 6),
                Paused = row.Int64(7) != 0,
                Cursor = row.IsNull(8) ? null : row.Text(8),
                NextRun = Moment(row, 9),
                LastRun = row.IsNull(10) ? null : Moment(row, 10),
                LastSuccess = row.IsNull(11) ? null : Moment(row, 11),
                Failures = (int)row.Int64(12),
                LastError = row.IsNull(13) ? null : row.Text(13),
            });
        }

        return sources;
    }

    private static DateTimeOffset Moment(Statement row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(column));
}
