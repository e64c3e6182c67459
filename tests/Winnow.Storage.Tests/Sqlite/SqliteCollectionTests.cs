using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Collections;
using Winnow.Storage.Tests.Library;

namespace Winnow.Storage.Tests.Sqlite;

public sealed class SqliteCollectionTests : CollectionConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private int _libraries;

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task<ICollectionsUnderTest> OpenAsync(TimeProvider clock)
    {
        var path = Path.Combine(_folder.FullName, $"library{++_libraries}.db");
        return Task.FromResult<ICollectionsUnderTest>(new CollectionsUnderTest(SqliteLibrary.Open(path, PlainFormat.Formats, clock)));
    }
}
