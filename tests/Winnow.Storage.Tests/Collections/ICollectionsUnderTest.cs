using Winnow.Readers.Collections;
using Winnow.Storage.Tests.Library;

namespace Winnow.Storage.Tests.Collections;

public interface ICollectionsUnderTest : ILibraryUnderTest
{
    ICollectionStore Collections { get; }
}
