using Winnow.Papers;

namespace Winnow.Storage.Tests.Library;

/// <summary>A store with both its sides.</summary>
internal sealed class LibraryUnderTest<T>(T library) : IAsyncDisposable, ILibraryUnderTest
    where T : IPaperLibrary, ILibraryWriter, IAsyncDisposable
{
    public IPaperLibrary Reads => library;

    public ILibraryWriter Writes => library;

    public ValueTask DisposeAsync() => library.DisposeAsync();
}
