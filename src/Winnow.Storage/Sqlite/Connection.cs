using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Winnow.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>A batch of an import holds the write lock for about a quarter of a second; a slow disk may make it ten times that.</summary>
    private const int BusyMilliseconds = 30_000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = [];

    private Connection(SqliteConnection connection) => _connection = connection;

    /// <param name="path">The database file; created when missing.</param>
    /// <param name="cacheMebibytes">Pages held in memory by this connection.</param>
    internal static Connection Open(string path, int cacheMebibytes)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        var sqlite = new SqliteConnection(text.ToString());
        try
        {
            sqlite.Open();
            var connection = new Connection(sqlite);
            connection.Pragma($"busy_timeout = {BusyMilliseconds}");
            // FULL: what a person was told is stored survives a power cut. With a batch of records to a commit it costs nothing to speak of.
            connection.Pragma("synchronous = FULL");
            connection.Pragma("foreign_keys = ON");
            connection.Pragma("temp_store = MEMORY");
            connection.Pragma($"cache_size = -{cacheMebibytes * 1024}");
            return connection;
        }
        catch
        {
            sqlite.Dispose();
            throw;
        }
    }

    /// <summary>The statement for this text, ready to be bound. The text must be a constant: each one is kept as long as the connection.</summary>
    internal Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(_connection.Handle!, sql));
        }

        return statement;
    }

    /// <summary>Runs several statements once.</summary>
    internal void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Ends a failed transaction; SQLite may have done so itself, when the disk is full for instance.</summary>
    internal void Rollback()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }

        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            Prepare("ROLLBACK").Run();
        }
    }

    internal void Pragma(string assignment)
    {
        using var statement = new Statement(_connection.Handle!, $"PRAGMA {assignment}");
        while (statement.Step())
        {
        }
    }

    internal long PragmaNumber(string name)
    {
        using var statement = new Statement(_connection.Handle!, $"PRAGMA {name}");
        return statement.Number() ?? 0;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
