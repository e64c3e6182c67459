using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;
using Winnow.Storage.Tests.Signals;

namespace Winnow.Storage.Tests.Sqlite;

public sealed class SqliteSignalTests : SignalConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private int _libraries;

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task<ISignalsUnderTest> OpenAsync()
    {
        var path = Path.Combine(_folder.FullName, $"library{++_libraries}.db");
        return Task.FromResult<ISignalsUnderTest>(new SignalsUnderTest(SqliteLibrary.Open(path, PlainFormat.Formats, TimeProvider.System)));
    }
}
