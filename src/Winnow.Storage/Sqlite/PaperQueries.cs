using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Sources;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads papers and records one by one, and what changed.</summary>
internal static class PaperQueries
{
    /// <summary>A paper by its id or by that of any of its records.</summary>
    internal static Paper? Find(Connection connection, PaperId id)
    {
        var row = connection.Prepare("""
            SELECT papers.body
            FROM records
            JOIN papers ON papers.id = records.paper
            WHERE records.id = ?1
            """).Bind(1, id.Value);
        return One(row);
    }

    internal static Paper? Find(Connection connection, Identifier identifier)
    {
        // An identifier that does not identify the work may stand on several papers: the smallest id makes the choice stable.
        var row = connection.Prepare("""
            SELECT papers.body
            FROM record_keys
            JOIN records ON records.ordinal = record_keys.record
            JOIN papers ON papers.id = records.paper
            WHERE record_keys.key = ?1
            ORDER BY papers.id
            LIMIT 1
            """).Bind(1, IdentityKey.Of(identifier));
        return One(row);
    }

    internal static List<StoredRecord> Records(Connection connection, RecordFormats formats, Paper paper)
    {
        var row = connection.Prepare("""
            SELECT sources.name, records.key, records.format, records.raw, records.read_at, deletions.deleted_on
            FROM records
            JOIN sources ON sources.id = records.source
            LEFT JOIN deletions ON deletions.record = records.id
            WHERE records.id = ?1
            """);
        var records = new List<StoredRecord>(paper.Records.Count);
        foreach (var reference in paper.Records)
        {
            row.Bind(1, reference.Id.Value);
            while (row.Step())
            {
                var format = row.Text(2);
                var raw = PackedBytes.Unpack(row.Blob(3));
                var fields = StoredRecords.Parse(formats, format, raw);
                var record = new SourceRecord { Source = row.Text(0), Key = row.Text(1), Format = format, Raw = raw, Fields = fields };
                var deleted = row.IsNull(5) ? (DateOnly?)null : DateOnly.FromDayNumber((int)row.Int64(5));
                records.Add(new StoredRecord(
                    record, paper.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(4)), RecordDeletion.Holds(deleted, fields) ? deleted : null));
            }
        }

        return records;
    }

    internal static List<PaperChange> Changes(Connection connection, long position, int limit)
    {
        var row = connection.Prepare("""
            SELECT position, id, body
            FROM papers
            WHERE position > ?1
            ORDER BY position
            LIMIT ?2
            """).Bind(1, position).Bind(2, limit);
        var changes = new List<PaperChange>(Math.Min(limit, 4096));
        while (row.Step())
        {
            changes.Add(new PaperChange(row.Int64(0), new PaperId(row.Int64(1)), row.IsNull(2) ? null : PaperBody.Read(row.Blob(2))));
        }

        return changes;
    }

    internal static long Position(Connection connection) => connection.Prepare("SELECT max(position) FROM papers").Number() ?? 0;

    /// <summary>The papers of a statement whose only column is their body.</summary>
    internal static List<Paper> All(Statement row)
    {
        var papers = new List<Paper>();
        while (row.Step())
        {
            papers.Add(PaperBody.Read(row.Blob(0)));
        }

        return papers;
    }

    private static Paper? One(Statement row)
    {
        if (!row.Step())
        {
            return null;
        }

        var paper = PaperBody.Read(row.Blob(0));
        row.Reset();
        return paper;
    }
}
