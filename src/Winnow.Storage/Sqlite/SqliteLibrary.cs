using Microsoft.Data.Sqlite;
using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Readers.Collections;
using Winnow.Sources;
using Winnow.Sources.Syncing;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// The library in one SQLite file. Reading never waits for writing (write-ahead log) and runs on the caller's thread; writing is one short immediate
/// transaction at a time. Several processes may have the same file open.
/// </summary>
public sealed class SqliteLibrary : IPaperLibrary, ILibraryWriter, IAsyncDisposable
{
    /// <summary>Holds the indexes that an import touches at random, up to about half a million records.</summary>
    private const int WriterCacheMebibytes = 64;

    private const int RemovalBatch = 500;

    private readonly ReaderPool _readers;
    private readonly LibraryWriter _writer;
    private readonly RecordFormats _formats;
    private readonly TimeProvider _clock;

    private SqliteLibrary(ReaderPool readers, LibraryWriter writer, Connection connection, RecordFormats formats, TimeProvider clock)
    {
        Syncing = new SqliteSyncStore(readers, writer, connection, clock);
        _readers = readers;
        _writer = writer;
        _formats = formats;
        _clock = clock;
        Signals = new SqliteSignals(readers, writer);
        Collections = new SqliteCollections(readers, writer, connection, clock);
    }

    /// <summary>What happened to the papers; works as long as the library is open.</summary>
    public ISignalStore Signals { get; }

    /// <summary>The sources that the library follows.</summary>
    public ISyncStore Syncing { get; }

    /// <summary>Readers' lists of its papers.</summary>
    public ICollectionStore Collections { get; }

    /// <summary>Opens the library, creates it when the file is missing, and brings an older one up to date.</summary>
    /// <param name="path">The database file; its folder must exist.</param>
    /// <param name="formats">Those that can read again what the library keeps raw.</param>
    /// <param name="clock">Dates what is written.</param>
    /// <exception cref="LibraryException">The file is not a Winnow library, of a newer Winnow, or cannot be opened.</exception>
    public static SqliteLibrary Open(string path, RecordFormats formats, TimeProvider clock)
    {
        Connection? connection = null;
        try
        {
            connection = Connection.Open(path, WriterCacheMebibytes);
            Schema.Migrate(connection, path, Migrations.All);
            // 32 MB: pages that one batch after the other touches are copied into the database once, not each time.
            connection.Pragma("wal_autocheckpoint = 8192");
            return new SqliteLibrary(new ReaderPool(path), new LibraryWriter(connection, path, formats, clock), connection, formats, clock);
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

    public Task<Paper?> FindAsync(PaperId id, CancellationToken cancel) => Read(connection => PaperQueries.Find(connection, id), cancel);

    public Task<Paper?> FindAsync(Identifier identifier, CancellationToken cancel) => Read(connection => PaperQueries.Find(connection, identifier), cancel);

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) =>
        Read<IReadOnlyList<Paper>>(connection => [.. ids.Select(id => PaperQueries.Find(connection, id)).OfType<Paper>()], cancel);

    public Task<IReadOnlyList<StoredRecord>> GetRecordsAsync(PaperId id, CancellationToken cancel) =>
        Read<IReadOnlyList<StoredRecord>>(
            connection => PaperQueries.Find(connection, id) is { } paper ? PaperQueries.Records(connection, _formats, paper) : [], cancel);

    public Task<IReadOnlyList<PaperChange>> GetChangesAsync(long position, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<PaperChange>>(connection => PaperQueries.Changes(connection, position, limit), cancel);

    public Task<long> GetPositionAsync(CancellationToken cancel) => Read(PaperQueries.Position, cancel);

    public Task<LibraryCounts> CountAsync(CancellationToken cancel) => Read(BrowseQueries.Count, cancel);

    public Task<IReadOnlyList<VenueYears>> GetVenuesAsync(CancellationToken cancel) => Read<IReadOnlyList<VenueYears>>(BrowseQueries.Venues, cancel);

    public Task<PaperPage> GetByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel) =>
        Read(connection => BrowseQueries.ByVenue(connection, venue, year, offset, limit), cancel);

    public Task<PaperPage> GetByAuthorAsync(string name, int offset, int limit, CancellationToken cancel) =>
        Read(connection => BrowseQueries.ByAuthor(connection, name, offset, limit), cancel);

    public Task<IReadOnlyList<AuthorCount>> GetAuthorsAsync(string prefix, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<AuthorCount>>(connection => BrowseQueries.Authors(connection, AuthorName.Key(prefix), limit), cancel);

    public Task<PaperPage> GetNewestAsync(int offset, int limit, CancellationToken cancel) =>
        Read(connection => BrowseQueries.Newest(connection, offset, limit), cancel);

    public Task<PaperPage> GetNewestByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel) =>
        Read(connection => BrowseQueries.NewestByVenue(connection, venue, year, offset, limit), cancel);

    public Task<PaperPage> GetAppearedAsync(DateOnly first, DateOnly last, int offset, int limit, CancellationToken cancel) =>
        Read(connection => AppearanceQueries.Between(connection, first, last, offset, limit), cancel);

    public Task<IReadOnlyList<PaperId>> GetAppearedIdsAsync(DateOnly first, DateOnly last, CancellationToken cancel) =>
        Read<IReadOnlyList<PaperId>>(connection => AppearanceQueries.IdsBetween(connection, first, last), cancel);

    public Task<IReadOnlyList<DayCount>> CountByDayAsync(DateOnly first, DateOnly last, CancellationToken cancel) =>
        Read<IReadOnlyList<DayCount>>(connection => AppearanceQueries.CountByDay(connection, first, last), cancel);

    public Task<(DateOnly? Before, DateOnly? After)> FindDaysAroundAsync(DateOnly first, DateOnly last, CancellationToken cancel) =>
        Read(connection => (AppearanceQueries.LastBefore(connection, first), AppearanceQueries.FirstAfter(connection, last)), cancel);

    public Task<IReadOnlyList<PaperStamp>> GetStampsAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) =>
        Read<IReadOnlyList<PaperStamp>>(connection => [.. ids.Select(id => AppearanceQueries.Stamp(connection, id)).OfType<PaperStamp>()], cancel);

    public Task<IReadOnlyList<ImportRun>> GetImportsAsync(int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<ImportRun>>(connection => new ImportRows(connection).Newest(limit), cancel);

    public async Task<ILibraryImport> BeginImportAsync(string input, CancellationToken cancel)
    {
        var id = await _writer.WriteAsync(() => _writer.Imports.Begin(input, _clock.GetUtcNow()), cancel).ConfigureAwait(false);
        return new SqliteImport(_writer, _clock, id);
    }

    public Task<bool> RemoveAsync(string source, string key, CancellationToken cancel) =>
        _writer.WriteAsync(() => _writer.Changes.Remove([RecordId.Of(source, key)]) > 0, cancel);

    public async Task<long> RemoveSourceAsync(string source, CancellationToken cancel)
    {
        long removed = 0;
        while (await _writer.WriteAsync(() => _writer.Changes.RemoveSome(source, RemovalBatch), cancel).ConfigureAwait(false) is > 0 and var batch)
        {
            removed += batch;
        }

        return removed;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
    }

    private Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(_readers.Read(read));
}
