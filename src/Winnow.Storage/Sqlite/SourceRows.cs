using System.Runtime.InteropServices;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>sources</c>: looked up once and counted once in a transaction.</summary>
internal sealed class SourceRows(Connection connection)
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _changes = [];

    /// <summary>Call first in a transaction: one that failed may have taken a new source back.</summary>
    internal void Begin()
    {
        _ids.Clear();
        _changes.Clear();
    }

    /// <summary>The number of a source, which is added when it is new.</summary>
    internal long Id(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            id = connection.Prepare("SELECT id FROM sources WHERE name = ?1").Bind(1, name).Number()
                ?? connection.Prepare("INSERT INTO sources (name, records) VALUES (?1, 0) RETURNING id").Bind(1, name).Number()!.Value;
            _ids.Add(name, id);
        }

        return id;
    }

    internal void Count(long source, int records) => CollectionsMarshal.GetValueRefOrAddDefault(_changes, source, out _) += records;

    /// <summary>Call last in a transaction.</summary>
    internal void Flush()
    {
        foreach (var (source, change) in _changes)
        {
            connection.Prepare("UPDATE sources SET records = records + ?2 WHERE id = ?1").Bind(1, source).Bind(2, change).Run();
        }
    }
}
