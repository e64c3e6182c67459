using Winnow.Papers;
using Xunit;

namespace Winnow.Storage.Tests.Library;

internal static class LibraryImports
{
    /// <summary>Imports the records as one import, in batches of the given size.</summary>
    internal static async Task<IReadOnlyList<ApplyOutcome>> ImportAsync(this ILibraryUnderTest library, IReadOnlyList<SourceRecord> records, int batch = 1000)
    {
        var cancel = TestContext.Current.CancellationToken;
        var outcomes = new List<ApplyOutcome>();
        await using var import = await library.Writes.BeginImportAsync("test", cancel);
        foreach (var some in records.Chunk(batch))
        {
            outcomes.AddRange(await import.ApplyAsync([.. some.Select(record => new IncomingRecord(record))], 0, cancel));
        }

        await import.FinishAsync(null, cancel);
        return outcomes;
    }
}
