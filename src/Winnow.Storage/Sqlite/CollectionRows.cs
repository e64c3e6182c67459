using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>The tables <c>collections</c> and <c>collected_records</c>, from the side of the one who writes.</summary>
internal sealed class CollectionRows(Connection connection)
{
    /// <returns>The slug that it has; null when the name is taken.</returns>
    internal string? Insert(string slug, string name, string description, DateTimeOffset now)
    {
        if (connection.Prepare("SELECT 1 FROM collections WHERE name = ?1").Bind(1, name).Number() is not null)
        {
            return null;
        }

        var free = slug;
        for (var number = 2; connection.Prepare("SELECT 1 FROM collections WHERE slug = ?1").Bind(1, free).Number() is not null; number++)
        {
            free = $"{slug}-{number}";
        }

        connection.Prepare("INSERT INTO collections (slug, name, description, created, changed) VALUES (?1, ?2, ?3, ?4, ?4)")
            .Bind(1, free).Bind(2, name).Bind(3, description).Bind(4, now.ToUnixTimeMilliseconds()).Run();
        return free;
    }

    internal bool Describe(long collection, string name, string description, DateTimeOffset now) => connection.Prepare("""
        UPDATE OR IGNORE collections
        SET name = ?2, description = ?3, changed = max(changed, ?4)
        WHERE id = ?1
        RETURNING 1
        """).Bind(1, collection).Bind(2, name).Bind(3, description).Bind(4, now.ToUnixTimeMilliseconds()).Number() is not null;

    internal bool Delete(long collection) => connection.Prepare("DELETE FROM collections WHERE id = ?1 RETURNING 1").Bind(1, collection).Number() is not null;

    internal bool Keep(long collection, PaperId paper, DateTimeOffset added, string note, DateTimeOffset now)
    {
        if (CollectionQueries.Present(connection, paper) is not { } id || CollectionQueries.IsKept(connection, collection, id) || !Touch(collection, now))
        {
            return false;
        }

        connection.Prepare("INSERT INTO collected_records (collection, record, added, note) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, collection).Bind(2, id.Value).Bind(3, added.ToUnixTimeMilliseconds()).Bind(4, note).Run();
        return true;
    }

    /// <summary>Takes a paper out, whichever of its records it was kept by.</summary>
    internal void Remove(long collection, PaperId paper, DateTimeOffset now)
    {
        connection.Prepare("""
            DELETE FROM collected_records
            WHERE collection = ?1 AND record IN (SELECT records.id FROM records WHERE records.paper = ?2)
            """).Bind(1, collection).Bind(2, paper.Value).Run();
        Touch(collection, now);
    }

    /// <summary>Of papers that became one, the record that was kept first has the whole note from now on.</summary>
    internal bool Annotate(long collection, PaperId paper, string note, DateTimeOffset now)
    {
        if (CollectionQueries.Present(connection, paper) is not { } id || CollectionQueries.FirstRecord(connection, collection, id) is not { } first)
        {
            return false;
        }

        connection.Prepare("""
            UPDATE collected_records
            SET note = CASE record WHEN ?3 THEN ?4 ELSE '' END
            WHERE collection = ?1 AND record IN (SELECT records.id FROM records WHERE records.paper = ?2)
            """).Bind(1, collection).Bind(2, id.Value).Bind(3, first.Value).Bind(4, note).Run();
        return Touch(collection, now);
    }

    /// <summary>
    /// A record is about to be forgotten: another record of its paper is kept in its place, with its time and note. Without one it stays, should the record come
    /// back.
    /// </summary>
    internal void HandOver(RecordId record)
    {
        if (connection.Prepare("SELECT 1 FROM collected_records WHERE record = ?1 LIMIT 1").Bind(1, record.Value).Number() is null)
        {
            return;
        }

        var heir = connection.Prepare("""
            SELECT min(others.id)
            FROM records
            JOIN records AS others ON others.paper = records.paper AND others.id <> records.id
            WHERE records.id = ?1
            """).Bind(1, record.Value).Number();
        if (heir is not { } id)
        {
            return;
        }

        connection.Prepare("""
            INSERT INTO collected_records (collection, record, added, note)
            SELECT collection, ?2, added, note
            FROM collected_records
            WHERE record = ?1
            ON CONFLICT (collection, record) DO UPDATE SET
                added = min(added, excluded.added),
                note = CASE
                    WHEN excluded.note IN ('', note) THEN note
                    WHEN note = '' THEN excluded.note
                    ELSE note || char(10, 10) || excluded.note
                END
            """).Bind(1, record.Value).Bind(2, id).Run();
        connection.Prepare("DELETE FROM collected_records WHERE record = ?1").Bind(1, record.Value).Run();
    }

    private bool Touch(long collection, DateTimeOffset now) => connection.Prepare("""
        UPDATE collections
        SET changed = max(changed, ?2)
        WHERE id = ?1
        RETURNING 1
        """).Bind(1, collection).Bind(2, now.ToUnixTimeMilliseconds()).Number() is not null;
}
