using Winnow.Storage.Tests.Library;

namespace Winnow.Storage.Tests.Sqlite;

public sealed class SqliteAppearanceTests : AppearanceConformance, IDisposable
{
    private readonly SqliteLibraries _libraries = new();

    public void Dispose() => _libraries.Dispose();

    protected override Task<ILibraryUnderTest> OpenAsync() => _libraries.OpenAsync();
}
