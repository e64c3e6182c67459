using Xunit;

namespace Winnow.Tests;

/// <summary>Tests that look at the whole process, such as at what it allocates: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
