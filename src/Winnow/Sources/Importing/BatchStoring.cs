using Winnow.Papers;

namespace Winnow.Sources.Importing;

/// <summary>Stores what was read, in the order in which its parts need each other, whether it came from a file or from a live source.</summary>
internal sealed class BatchStoring(ILibraryImport import, RejectionLog rejections)
{
    /// <returns>What became of it. A kill in between costs nothing: what is stored is found unchanged when it is read again.</returns>
    internal async Task<ImportCounts> StoreAsync(ImportBatch batch, CancellationToken cancel)
    {
        await rejections.AppendAsync(batch.Rejected, cancel).ConfigureAwait(false);
        var counts = new ImportCounts(Rejected: batch.Rejected.Count);
        if (batch.Records.Count > 0 || batch.Rejected.Count > 0)
        {
            counts = Sum(counts, await import.ApplyAsync(batch.Records, batch.Rejected.Count, cancel).ConfigureAwait(false));
        }

        if (batch.Deletions.Count > 0)
        {
            // After the records of the batch: one whose deletion follows it is then withdrawn in the next transaction.
            counts = Sum(counts, await import.DeleteAsync(batch.Deletions, cancel).ConfigureAwait(false));
        }

        return batch.Observations.Count > 0 ? counts.Plus(await ObserveAsync(batch.Observations, cancel).ConfigureAwait(false)) : counts;
    }

    private async Task<ImportCounts> ObserveAsync(IReadOnlyList<ReadObservation> observations, CancellationToken cancel)
    {
        var outcomes = await import.ObserveAsync([.. observations.Select(item => item.Seen)], cancel).ConfigureAwait(false);
        var unknown = observations.Where((_, i) => outcomes[i] is null).Select(Unknown).ToList();
        await rejections.AppendAsync(unknown, cancel).ConfigureAwait(false);
        return Sum(new ImportCounts(Rejected: unknown.Count), outcomes.OfType<ApplyOutcome>());
    }

    private static RejectedRecord Unknown(ReadObservation item) => new(
        item.Place, $"The library has no paper {item.Seen.Identifier}, so the count has nowhere to stand; import the paper, then this file again.", "");

    private static ImportCounts Sum(ImportCounts counts, IEnumerable<ApplyOutcome> outcomes) => outcomes.Aggregate(counts, (sum, outcome) => sum.Plus(outcome));
}
