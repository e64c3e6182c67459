using Winnow.Papers;
using Winnow.Storage.Sqlite;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Tests.Signals;

/// <summary>A store with all its sides.</summary>
internal sealed class SignalsUnderTest(SqliteLibrary library) : ISignalsUnderTest
{
    public IPaperLibrary Reads => library;

    public ILibraryWriter Writes => library;

    public ISignalStore Signals => library.Signals;

    public ValueTask DisposeAsync() => library.DisposeAsync();
}
