using Microsoft.Data.Sqlite;
using Winnow.Papers;
using Winnow.Sources;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// The one connection of this process that writes. SQLite's immediate transactions keep writers of other processes out; the semaphore keeps this process's
/// own from waiting inside SQLite.
/// </summary>
internal sealed class LibraryWriter : IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly string _path;
    private readonly SemaphoreSlim _turn = new(1);

    internal LibraryWriter(Connection connection, string path, RecordFormats formats, TimeProvider clock)
    {
        _connection = connection;
        _path = path;
        Signals = new SignalRows(connection);
        Trends = new TrendRows(connection);
        Collections = new CollectionRows(connection);
        Changes = new LibraryChanges(connection, formats, clock, Signals, Collections);
        Imports = new ImportRows(connection);
    }

    /// <summary>Only to be used inside <see cref="WriteAsync"/>.</summary>
    internal LibraryChanges Changes { get; }

    /// <summary>Only to be used inside <see cref="WriteAsync"/>.</summary>
    internal ImportRows Imports { get; }

    /// <summary>Only to be used inside <see cref="WriteAsync"/>.</summary>
    internal SignalRows Signals { get; }

    /// <summary>Only to be used inside <see cref="WriteAsync"/>.</summary>
    internal TrendRows Trends { get; }

    /// <summary>Only to be used inside <see cref="WriteAsync"/>.</summary>
    internal CollectionRows Collections { get; }

    /// <summary>Runs the work as one transaction: when the task completes it is on disk, when it fails nothing of it is.</summary>
    /// <exception cref="LibraryException">The disk is full or broken, or the database is.</exception>
    internal async Task<T> WriteAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            _connection.Prepare("BEGIN IMMEDIATE").Run();
            try
            {
                var result = work();
                _connection.Prepare("COMMIT").Run();
                return result;
            }
            catch
            {
                _connection.Rollback();
                throw;
            }
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, _path);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _connection.Dispose();
        _turn.Dispose();
    }
}
