using Winnow.Papers;

namespace Winnow.Storage.Tests.Library;

public interface ILibraryUnderTest : IAsyncDisposable
{
    IPaperLibrary Reads { get; }

    ILibraryWriter Writes { get; }
}
