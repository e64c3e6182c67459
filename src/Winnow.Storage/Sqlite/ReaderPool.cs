using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// Connections for reading, kept open with their statements prepared. Each read sees one state of the library, whatever is written meanwhile.
/// </summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    /// <summary>Small: the operating system caches the file, and there are as many readers as requests at once.</summary>
    private const int CacheMebibytes = 4;

    private readonly ConcurrentBag<Connection> _idle = [];
    private volatile bool _disposed;

    /// <summary>
    /// Runs the reading as one transaction. It runs on the caller's thread: SQLite has nothing to await, and a read takes well under a millisecond.
    /// </summary>
    internal T Read<T>(Func<Connection, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Connection? connection = null;
        try
        {
            connection = _idle.TryTake(out var idle) ? idle : Open();
            connection.Prepare("BEGIN").Run();
            var result = read(connection);
            connection.Prepare("COMMIT").Run();
            Return(connection);
            return result;
        }
        catch (SqliteException failure)
        {
            connection?.Dispose();
            throw SqliteFailure.Explain(failure, path);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private Connection Open()
    {
        var connection = Connection.Open(path, CacheMebibytes);
        connection.Pragma("query_only = ON");
        return connection;
    }

    private void Return(Connection connection)
    {
        _idle.Add(connection);
        if (_disposed)
        {
            Dispose();
        }
    }
}
