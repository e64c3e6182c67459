using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Tests.Importing;

/// <summary>A library whose disk is full.</summary>
internal sealed class FailingLibrary : ILibraryWriter, ILibraryImport
{
    internal const string Words = "The disk is full.";

    public long Id => 1;

    public Task<ILibraryImport> BeginImportAsync(string input, CancellationToken cancel) => Task.FromResult<ILibraryImport>(this);

    public Task<IReadOnlyList<ApplyOutcome>> ApplyAsync(IReadOnlyList<IncomingRecord> records, long rejected, CancellationToken cancel) =>
        Task.FromException<IReadOnlyList<ApplyOutcome>>(new LibraryException(Words));

    public Task<IReadOnlyList<ApplyOutcome>> DeleteAsync(IReadOnlyList<RecordDeletion> deletions, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<ApplyOutcome?>> ObserveAsync(IReadOnlyList<IdentifiedObservation> seen, CancellationToken cancel) =>
        Task.FromException<IReadOnlyList<ApplyOutcome?>>(new LibraryException(Words));

    public Task FinishAsync(string? rejections, CancellationToken cancel) => throw new InvalidOperationException("It did not finish.");

    public Task<bool> RemoveAsync(string source, string key, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long> RemoveSourceAsync(string source, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<ImportRun>> GetImportsAsync(int limit, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
