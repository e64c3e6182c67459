using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>One import into a <see cref="SqliteLibrary"/>.</summary>
internal sealed class SqliteImport(LibraryWriter writer, TimeProvider clock, long id) : ILibraryImport
{
    private readonly SeenRecords _seen = new();
    private bool _ended;

    public long Id => id;

    public Task<IReadOnlyList<ApplyOutcome>> ApplyAsync(IReadOnlyList<IncomingRecord> records, long rejected, CancellationToken cancel) =>
        writer.WriteAsync<IReadOnlyList<ApplyOutcome>>(
            () =>
            {
                var outcomes = writer.Changes.Apply(records, _seen);
                var counts = outcomes.Aggregate(new ImportCounts(Rejected: rejected), (sum, outcome) => sum.Plus(outcome));
                writer.Imports.Count(id, counts, clock.GetUtcNow());
                return outcomes;
            },
            cancel);

    public Task<IReadOnlyList<ApplyOutcome>> DeleteAsync(IReadOnlyList<RecordDeletion> deletions, CancellationToken cancel) =>
        writer.WriteAsync<IReadOnlyList<ApplyOutcome>>(
            () =>
            {
                var outcomes = writer.Changes.Delete(deletions);
                writer.Imports.Count(id, outcomes.Aggregate(new ImportCounts(), (sum, outcome) => sum.Plus(outcome)), clock.GetUtcNow());
                return outcomes;
            },
            cancel);

    public Task<IReadOnlyList<ApplyOutcome?>> ObserveAsync(IReadOnlyList<IdentifiedObservation> seen, CancellationToken cancel) =>
        writer.WriteAsync<IReadOnlyList<ApplyOutcome?>>(
            () =>
            {
                var outcomes = writer.Changes.Observe(seen);
                var counts = outcomes.Aggregate(
                    new ImportCounts(), (sum, outcome) => outcome is { } known ? sum.Plus(known) : sum with { Rejected = sum.Rejected + 1 });
                writer.Imports.Count(id, counts, clock.GetUtcNow());
                return outcomes;
            },
            cancel);

    public Task FinishAsync(string? rejections, CancellationToken cancel) => EndAsync(ImportState.Finished, rejections, cancel);

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            await EndAsync(ImportState.Stopped, null, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task EndAsync(ImportState state, string? rejections, CancellationToken cancel)
    {
        _ended = true;
        await writer.WriteAsync(
            () =>
            {
                writer.Imports.End(id, state, rejections, clock.GetUtcNow());
                return true;
            },
            cancel).ConfigureAwait(false);
    }
}
