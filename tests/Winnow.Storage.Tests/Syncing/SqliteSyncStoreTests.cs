using Winnow.Sources.Syncing;
using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

public sealed class SqliteSyncStoreTests : SyncStoreConformance, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-sync-");
    private SqliteLibrary? _library;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_library is not null)
        {
            await _library.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    protected override ISyncStore Open(TimeProvider clock)
    {
        _library = SqliteLibrary.Open(Path.Combine(_folder.FullName, "library.db"), PlainFormat.Formats, clock);
        return _library.Syncing;
    }
}
