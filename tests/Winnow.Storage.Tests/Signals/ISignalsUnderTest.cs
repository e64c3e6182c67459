using Winnow.Storage.Tests.Library;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Tests.Signals;

public interface ISignalsUnderTest : ILibraryUnderTest
{
    ISignalStore Signals { get; }
}
