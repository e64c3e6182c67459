using Winnow.Trends.Signals;

namespace Winnow.Papers;

/// <summary>
/// One import at work. Of records with the same source and key it keeps the newest version; where the source does not say which that is, the first of this
/// import, so that reading a file again that holds a record twice changes nothing. Disposing it before <see cref="FinishAsync"/> marks it as stopped.
/// </summary>
public interface ILibraryImport : IAsyncDisposable
{
    /// <summary>Its id in the history.</summary>
    long Id { get; }

    /// <summary>Stores a batch with all its consequences, or nothing of it.</summary>
    /// <param name="records">In the order in which they were read.</param>
    /// <param name="rejected">Records that could not be read since the last batch, for the history.</param>
    /// <returns>What became of each record, in the same order.</returns>
    Task<IReadOnlyList<ApplyOutcome>> ApplyAsync(IReadOnlyList<IncomingRecord> records, long rejected, CancellationToken cancel);

    /// <summary>Notes what sources have deleted, whether the library has met it yet or not. Records are kept, and their papers merged again.</summary>
    /// <returns>What became of each, in the same order: <see cref="ApplyOutcome.Withdrawn"/>, or <see cref="ApplyOutcome.Unchanged"/> when the library shows nothing else than before.</returns>
    Task<IReadOnlyList<ApplyOutcome>> DeleteAsync(IReadOnlyList<RecordDeletion> deletions, CancellationToken cancel);

    /// <summary>Stores counts that name their papers by identifiers; each belongs to the first record that has its identifier.</summary>
    /// <returns>In the same order <see cref="ApplyOutcome.Updated"/>, <see cref="ApplyOutcome.Unchanged"/> when the library knew it, or null when it has no such paper.</returns>
    Task<IReadOnlyList<ApplyOutcome?>> ObserveAsync(IReadOnlyList<IdentifiedObservation> seen, CancellationToken cancel);

    /// <summary>Marks the import as finished.</summary>
    /// <param name="rejections">The file of rejections, or null.</param>
    Task FinishAsync(string? rejections, CancellationToken cancel);
}
