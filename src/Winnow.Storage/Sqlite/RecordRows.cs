using System.Buffers;
using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Sources;

namespace Winnow.Storage.Sqlite;

/// <summary>The tables <c>records</c> and <c>record_keys</c>, from the side of the one who writes.</summary>
internal sealed class RecordRows(Connection connection, RecordFormats formats)
{
    private readonly ArrayBufferWriter<byte> _packed = new(4096);
    private readonly SourceRows _sources = new(connection);

    /// <summary>Call first in a transaction.</summary>
    internal void Begin() => _sources.Begin();

    /// <summary>Call last in a transaction: writes the counts.</summary>
    internal void Flush() => _sources.Flush();

    internal RecordRow? Find(RecordId id)
    {
        var row = connection.Prepare("""
            SELECT ordinal, source, content_hash, version, updated, paper, identity
            FROM records
            WHERE id = ?1
            """).Bind(1, id.Value);
        if (!row.Step())
        {
            return null;
        }

        var rank = new ContentRank(row.IsNull(3) ? null : (int)row.Int64(3), row.IsNull(4) ? null : DateOnly.FromDayNumber((int)row.Int64(4)));
        var held = new HeldRecord(id, new PaperId(row.Int64(5)), RecordIdentityBytes.Read(row.Blob(6)));
        var found = new RecordRow(row.Int64(0), row.Int64(1), row.Int64(2), rank, held);
        row.Reset();
        return found;
    }

    /// <summary>The records that have one of the keys; one with two of them comes twice.</summary>
    internal IEnumerable<HeldRecord> FindByKeys(IReadOnlyCollection<long> keys)
    {
        var row = connection.Prepare("""
            SELECT records.id, records.paper, records.identity
            FROM record_keys
            JOIN records ON records.ordinal = record_keys.record
            WHERE record_keys.key = ?1
            """);
        foreach (var key in keys)
        {
            row.Bind(1, key);
            while (row.Step())
            {
                yield return new HeldRecord(new RecordId(row.Int64(0)), new PaperId(row.Int64(1)), RecordIdentityBytes.Read(row.Blob(2)));
            }
        }
    }

    /// <summary>Adds a record that belongs to no other paper yet.</summary>
    /// <returns>Its ordinal.</returns>
    internal long Insert(IncomingRecord incoming, DateTimeOffset readAt)
    {
        var source = _sources.Id(incoming.Record.Source);
        var ordinal = BindContent(connection.Prepare("""
            INSERT INTO records (format, version, updated, read_at, content_hash, identity, raw, id, paper, source, key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10)
            RETURNING ordinal
            """), incoming, readAt)
            .Bind(8, incoming.Id.Value)
            .Bind(9, source)
            .Bind(10, incoming.Record.Key)
            .Number()!.Value;
        InsertKeys(ordinal, incoming.Identity.Keys);
        _sources.Count(source, 1);
        return ordinal;
    }

    internal void Replace(RecordRow row, IncomingRecord incoming, DateTimeOffset readAt)
    {
        BindContent(connection.Prepare("""
            UPDATE records
            SET format = ?1, version = ?2, updated = ?3, read_at = ?4, content_hash = ?5, identity = ?6, raw = ?7
            WHERE ordinal = ?8
            """), incoming, readAt)
            .Bind(8, row.Ordinal)
            .Run();
        DeleteKeys(row.Ordinal, row.Held.Identity.Keys.Except(incoming.Identity.Keys));
        InsertKeys(row.Ordinal, incoming.Identity.Keys.Except(row.Held.Identity.Keys));
    }

    internal void Delete(RecordRow row)
    {
        DeleteKeys(row.Ordinal, row.Held.Identity.Keys);
        connection.Prepare("DELETE FROM records WHERE ordinal = ?1").Bind(1, row.Ordinal).Run();
        _sources.Count(row.Source, -1);
    }

    internal void Move(RecordId id, PaperId paper) =>
        connection.Prepare("UPDATE records SET paper = ?2 WHERE id = ?1 AND paper <> ?2").Bind(1, id.Value).Bind(2, paper.Value).Run();

    /// <summary>A stored record as merging needs it, read again from its raw bytes.</summary>
    /// <param name="id">The record.</param>
    /// <param name="deletedOn">When its source deleted it, as far as is known.</param>
    internal MergedRecord Load(RecordId id, DateOnly? deletedOn = null)
    {
        var row = connection.Prepare("""
            SELECT sources.name, records.key, records.format, records.raw
            FROM records
            JOIN sources ON sources.id = records.source
            WHERE records.id = ?1
            """).Bind(1, id.Value);
        if (!row.Step())
        {
            throw new InvalidDataException($"The library lost the record {id}.");
        }

        var reference = new RecordReference(id, row.Text(0), row.Text(1));
        var format = row.Text(2);
        var raw = PackedBytes.Unpack(row.Blob(3));
        row.Reset();
        return new MergedRecord(reference, StoredRecords.Parse(formats, format, raw), deletedOn);
    }

    /// <summary>Some ids of a source's records, in no order.</summary>
    internal List<RecordId> OfSource(string name, int limit)
    {
        var row = connection.Prepare("""
            SELECT id
            FROM records
            WHERE source = (SELECT id FROM sources WHERE name = ?1)
            LIMIT ?2
            """).Bind(1, name).Bind(2, limit);
        var ids = new List<RecordId>();
        while (row.Step())
        {
            ids.Add(new RecordId(row.Int64(0)));
        }

        return ids;
    }

    private Statement BindContent(Statement statement, IncomingRecord incoming, DateTimeOffset readAt) => statement
        .Bind(1, incoming.Record.Format)
        .Bind(2, incoming.Rank.Version)
        .Bind(3, incoming.Rank.Updated?.DayNumber)
        .Bind(4, readAt.ToUnixTimeMilliseconds())
        .Bind(5, incoming.ContentHash)
        .Bind(6, RecordIdentityBytes.Write(incoming.Identity))
        .Bind(7, PackedBytes.Pack(incoming.Record.Raw.Span, _packed));

    private void InsertKeys(long ordinal, IEnumerable<long> keys)
    {
        // An identifier's key and a title's are hashes: one record may, in theory, have the same twice.
        var statement = connection.Prepare("INSERT OR IGNORE INTO record_keys (key, record) VALUES (?1, ?2)").Bind(2, ordinal);
        foreach (var key in keys)
        {
            statement.Bind(1, key).Run();
        }
    }

    private void DeleteKeys(long ordinal, IEnumerable<long> keys)
    {
        var statement = connection.Prepare("DELETE FROM record_keys WHERE key = ?1 AND record = ?2").Bind(2, ordinal);
        foreach (var key in keys)
        {
            statement.Bind(1, key).Run();
        }
    }
}
