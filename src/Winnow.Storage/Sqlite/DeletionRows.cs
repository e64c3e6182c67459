using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>deletions</c>: what sources have deleted, whether the library has met the record yet or not.</summary>
internal sealed class DeletionRows(Connection connection)
{
    /// <summary>Most libraries have none, and an import asks for every record.</summary>
    private bool _any;

    /// <summary>Call first in a transaction.</summary>
    internal void Begin() => _any = connection.Prepare("SELECT EXISTS (SELECT 1 FROM deletions)").Number() == 1;

    /// <summary>The newest deletion of a record, or null.</summary>
    internal DateOnly? Find(RecordId id)
    {
        if (!_any)
        {
            return null;
        }

        return connection.Prepare("SELECT deleted_on FROM deletions WHERE record = ?1").Bind(1, id.Value).Number() is { } day
            ? DateOnly.FromDayNumber((int)day)
            : null;
    }

    /// <summary>Notes a deletion; of several the newest stays.</summary>
    /// <returns>Whether it says more than was known.</returns>
    internal bool Add(RecordId id, DateOnly on)
    {
        _any = true;
        return connection.Prepare("""
            INSERT INTO deletions (record, deleted_on)
            VALUES (?1, ?2)
            ON CONFLICT (record) DO UPDATE SET deleted_on = excluded.deleted_on WHERE excluded.deleted_on > deleted_on
            RETURNING 1
            """).Bind(1, id.Value).Bind(2, on.DayNumber).Number() is not null;
    }
}
