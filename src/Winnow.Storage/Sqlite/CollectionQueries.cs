using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads collections. A paper is in one when any of its records is.</summary>
internal static class CollectionQueries
{
    internal static List<Collection> All(Connection connection) => Read(connection.Prepare("""
        SELECT id, slug, name, description, created, changed, (
            SELECT count(DISTINCT records.paper)
            FROM collected_records
            JOIN records ON records.id = collected_records.record
            WHERE collected_records.collection = collections.id)
        FROM collections
        ORDER BY name
        """));

    internal static Collection? Find(Connection connection, string slug) => Read(connection.Prepare("""
        SELECT id, slug, name, description, created, changed, (
            SELECT count(DISTINCT records.paper)
            FROM collected_records
            JOIN records ON records.id = collected_records.record
            WHERE collected_records.collection = collections.id)
        FROM collections
        WHERE slug = ?1
        """).Bind(1, slug)).FirstOrDefault();

    internal static KeptPage Papers(Connection connection, long collection, int offset, int limit)
    {
        var total = connection.Prepare("""
            SELECT count(DISTINCT records.paper)
            FROM collected_records
            JOIN records ON records.id = collected_records.record
            WHERE collected_records.collection = ?1
            """).Bind(1, collection).Number() ?? 0;
        var row = connection.Prepare("""
            SELECT records.paper, min(collected_records.added) AS first
            FROM collected_records
            JOIN records ON records.id = collected_records.record
            WHERE collected_records.collection = ?1
            GROUP BY records.paper
            ORDER BY first DESC, records.paper
            LIMIT ?2 OFFSET ?3
            """).Bind(1, collection).Bind(2, limit).Bind(3, offset);
        var found = new List<(PaperId Paper, DateTimeOffset Added)>();
        while (row.Step())
        {
            found.Add((new PaperId(row.Int64(0)), Moment(row.Int64(1))));
        }

        return new KeptPage([.. found.Select(kept => Kept(connection, collection, kept.Paper, kept.Added))], total);
    }

    /// <summary>One paper of a collection; null when it is not in it.</summary>
    internal static KeptPaper? Kept(Connection connection, long collection, PaperId paper)
    {
        if (Present(connection, paper) is not { } id)
        {
            return null;
        }

        var added = connection.Prepare("""
            SELECT min(collected_records.added)
            FROM records
            JOIN collected_records ON collected_records.collection = ?1 AND collected_records.record = records.id
            WHERE records.paper = ?2
            """).Bind(1, collection).Bind(2, id.Value).Number();
        return added is { } first ? Kept(connection, collection, id, Moment(first)) : null;
    }

    internal static List<Keeping> Of(Connection connection, IReadOnlyCollection<PaperId> papers)
    {
        // CROSS JOIN keeps the order of the tables: from the list to its records to where they are kept.
        var row = connection.Prepare("""
            SELECT DISTINCT list.value, collections.id, collections.slug, collections.name
            FROM json_each(?1) AS list
            CROSS JOIN records ON records.paper = list.value
            CROSS JOIN collected_records ON collected_records.record = records.id
            CROSS JOIN collections ON collections.id = collected_records.collection
            ORDER BY collections.name
            """).Bind(1, NumberList.Of(papers.Select(paper => paper.Value).Distinct().Order()));
        var found = new List<(PaperId Paper, long Collection, string Slug, string Name)>();
        while (row.Step())
        {
            found.Add((new PaperId(row.Int64(0)), row.Int64(1), row.Text(2), row.Text(3)));
        }

        return [.. found.Select(kept => new Keeping(kept.Paper, kept.Slug, kept.Name, Notes(connection, kept.Collection, kept.Paper)))];
    }

    /// <summary>The paper that has the record now; null when the library has lost it.</summary>
    internal static PaperId? Present(Connection connection, PaperId id) =>
        connection.Prepare("SELECT paper FROM records WHERE id = ?1").Bind(1, id.Value).Number() is { } paper ? new PaperId(paper) : null;

    internal static bool IsKept(Connection connection, long collection, PaperId paper) => FirstRecord(connection, collection, paper) is not null;

    /// <summary>Of the paper's records the one that was kept first.</summary>
    internal static RecordId? FirstRecord(Connection connection, long collection, PaperId paper) => connection.Prepare("""
        SELECT records.id
        FROM records
        JOIN collected_records ON collected_records.collection = ?1 AND collected_records.record = records.id
        WHERE records.paper = ?2
        ORDER BY collected_records.added, records.id
        LIMIT 1
        """).Bind(1, collection).Bind(2, paper.Value).Number() is { } record ? new RecordId(record) : null;

    private static KeptPaper Kept(Connection connection, long collection, PaperId paper, DateTimeOffset added) =>
        new(PaperQueries.Find(connection, paper)!, added, Notes(connection, collection, paper));

    private static string Notes(Connection connection, long collection, PaperId paper)
    {
        var row = connection.Prepare("""
            SELECT collected_records.note
            FROM records
            JOIN collected_records ON collected_records.collection = ?1 AND collected_records.record = records.id
            WHERE records.paper = ?2 AND collected_records.note <> ''
            ORDER BY collected_records.added, records.id
            """).Bind(1, collection).Bind(2, paper.Value);
        var notes = new List<string>();
        while (row.Step())
        {
            notes.Add(row.Text(0));
        }

        return string.Join("\n\n", notes.Distinct(StringComparer.Ordinal));
    }

    private static List<Collection> Read(Statement row)
    {
        var collections = new List<Collection>();
        while (row.Step())
        {
            collections.Add(new Collection(row.Int64(0), row.Text(1), row.Text(2), row.Text(3))
            {
                Created = Moment(row.Int64(4)),
                Changed = Moment(row.Int64(5)),
                Papers = row.Int64(6),
            });
        }

        return collections;
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
