using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>What happened to papers, from the side of the one who writes.</summary>
internal sealed class SignalRows(Connection connection)
{
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);

    /// <summary>Call first in a transaction: one that failed may have taken a new source back.</summary>
    internal void Begin() => _sources.Clear();

    /// <summary>Stores what was seen of a record.</summary>
    /// <returns>Whether any of it is new.</returns>
    internal bool Observe(RecordId record, IReadOnlyList<Observation> observations)
    {
        var isNews = false;
        foreach (var observation in observations)
        {
            isNews |= connection.Prepare("""
                INSERT INTO observations (record, kind, source, at, count)
                VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO NOTHING
                RETURNING 1
                """)
                .Bind(1, record.Value)
                .Bind(2, (long)observation.Kind)
                .Bind(3, Source(observation.Source))
                .Bind(4, observation.At.ToUnixTimeMilliseconds())
                .Bind(5, observation.Count)
                .Number() is not null;
        }

        return isNews;
    }

    /// <summary>Stores a count with the first record that has the identifier.</summary>
    /// <returns>What became of it; null when no record has the identifier.</returns>
    internal ApplyOutcome? Observe(IdentifiedObservation seen)
    {
        var record = connection.Prepare("""
            SELECT min(records.id)
            FROM record_keys
            JOIN records ON records.ordinal = record_keys.record
            WHERE record_keys.key = ?1
            """).Bind(1, IdentityKey.Of(seen.Identifier)).Number();
        if (record is not { } id)
        {
            return null;
        }

        if (!Observe(new RecordId(id), [seen.Observation]))
        {
            return ApplyOutcome.Unchanged;
        }

        Touch(new RecordId(id));
        return ApplyOutcome.Updated;
    }

    internal bool AddVote(PaperId paper, ReaderKey reader, DateTimeOffset at)
    {
        if (Present(paper) is not { } id || HasVoted(id, reader))
        {
            return false;
        }

        Know(reader, at);
        connection.Prepare("INSERT INTO reader_votes (record, reader, at) VALUES (?1, ?2, ?3)")
            .Bind(1, id.Value).Bind(2, reader.Value).Bind(3, at.ToUnixTimeMilliseconds()).Run();
        Queue(id);
        return true;
    }

    internal bool RemoveVote(PaperId paper, ReaderKey reader)
    {
        if (Present(paper) is not { } id || !HasVoted(id, reader))
        {
            return false;
        }

        connection.Prepare("""
            DELETE FROM reader_votes
            WHERE reader = ?2 AND record IN (SELECT records.id FROM records WHERE records.paper = ?1)
            """).Bind(1, id.Value).Bind(2, reader.Value).Run();
        Queue(id);
        return true;
    }

    internal bool AddVisit(PaperId paper, ReaderKey reader, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime).DayNumber;
        if (Present(paper) is not { } id || HasVisited(id, reader, day))
        {
            return false;
        }

        Know(reader, at);
        connection.Prepare("INSERT INTO reader_visits (record, day, reader, at) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, id.Value).Bind(2, day).Bind(3, reader.Value).Bind(4, at.ToUnixTimeMilliseconds()).Run();
        Queue(id);
        return true;
    }

    /// <summary>A record is about to be forgotten: what readers gave goes on with another record of its paper. Without one it stays, should the record come back.</summary>
    internal void HandOver(RecordId record)
    {
        if (!HasSignals(record))
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

        connection.Prepare("UPDATE OR REPLACE reader_votes SET record = ?2 WHERE record = ?1").Bind(1, record.Value).Bind(2, id).Run();
        connection.Prepare("UPDATE OR REPLACE reader_visits SET record = ?2 WHERE record = ?1").Bind(1, record.Value).Bind(2, id).Run();
    }

    internal bool HasSignals(RecordId record) =>
        connection.Prepare("""
            SELECT EXISTS (SELECT 1 FROM observations WHERE record = ?1)
                OR EXISTS (SELECT 1 FROM reader_votes WHERE record = ?1)
                OR EXISTS (SELECT 1 FROM reader_visits WHERE record = ?1)
            """).Bind(1, record.Value).Number() == 1;

    /// <summary>The trend of the paper that the record belongs to is out of date.</summary>
    internal void Touch(RecordId record)
    {
        if (Present(record.AsPaper) is { } paper)
        {
            Queue(paper);
        }
    }

    /// <summary>A paper is gone: so is its trend, where it had one.</summary>
    internal void Drop(PaperId paper)
    {
        if (connection.Prepare("SELECT 1 FROM paper_trends WHERE paper = ?1").Bind(1, paper.Value).Number() is not null)
        {
            Queue(paper);
        }
    }

    internal void Queue(PaperId paper) => connection.Prepare("INSERT OR REPLACE INTO stale_trends (paper) VALUES (?1)").Bind(1, paper.Value).Run();

    private PaperId? Present(PaperId id) =>
        connection.Prepare("SELECT paper FROM records WHERE id = ?1").Bind(1, id.Value).Number() is { } paper ? new PaperId(paper) : null;

    private bool HasVoted(PaperId paper, ReaderKey reader) =>
        connection.Prepare("""
            SELECT 1
            FROM records
            JOIN reader_votes ON reader_votes.record = records.id AND reader_votes.reader = ?2
            WHERE records.paper = ?1
            LIMIT 1
            """).Bind(1, paper.Value).Bind(2, reader.Value).Number() is not null;

    private bool HasVisited(PaperId paper, ReaderKey reader, int day) =>
        connection.Prepare("""
            SELECT 1
            FROM records
            JOIN reader_visits ON reader_visits.record = records.id AND reader_visits.day = ?2 AND reader_visits.reader = ?3
            WHERE records.paper = ?1
            LIMIT 1
            """).Bind(1, paper.Value).Bind(2, day).Bind(3, reader.Value).Number() is not null;

    private void Know(ReaderKey reader, DateTimeOffset at) =>
        connection.Prepare("""
            INSERT INTO known_readers (reader, since)
            VALUES (?1, ?2)
            ON CONFLICT (reader) DO UPDATE SET since = min(since, excluded.since)
            """).Bind(1, reader.Value).Bind(2, at.ToUnixTimeMilliseconds()).Run();

    private long Source(string name)
    {
        if (!_sources.TryGetValue(name, out var id))
        {
            id = connection.Prepare("SELECT id FROM signal_sources WHERE name = ?1").Bind(1, name).Number()
                ?? connection.Prepare("INSERT INTO signal_sources (name) VALUES (?1) RETURNING id").Bind(1, name).Number()!.Value;
            _sources.Add(name, id);
        }

        return id;
    }
}
