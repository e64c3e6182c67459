using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Storage.Sqlite;

namespace Winnow.Storage.Tests.Collections;

/// <summary>A store with all its sides.</summary>
internal sealed class CollectionsUnderTest(SqliteLibrary library) : ICollectionsUnderTest
{
    public IPaperLibrary Reads => library;

    public ILibraryWriter Writes => library;

    public ICollectionStore Collections => library.Collections;

    public ValueTask DisposeAsync() => library.DisposeAsync();
}
