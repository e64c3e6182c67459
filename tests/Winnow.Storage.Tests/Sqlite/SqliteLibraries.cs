using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;

namespace Winnow.Storage.Tests.Sqlite;

/// <summary>New libraries in a folder of their own.</summary>
internal sealed class SqliteLibraries : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private int _libraries;

    public void Dispose() => _folder.Delete(recursive: true);

    internal Task<ILibraryUnderTest> OpenAsync()
    {
        var path = Path.Combine(_folder.FullName, $"library{++_libraries}.db");
        return Task.FromResult<ILibraryUnderTest>(new LibraryUnderTest<SqliteLibrary>(SqliteLibrary.Open(path, PlainFormat.Formats, TimeProvider.System)));
    }
}
