using Winnow.Papers;

namespace Winnow.Sources.Importing;

/// <summary>What is stored in one transaction.</summary>
/// <param name="Records">Records in the order of the input.</param>
/// <param name="Deletions">What their source has deleted.</param>
/// <param name="Rejected">What stood between them and could not be read.</param>
/// <param name="BytesRead">How far the input had been read when the batch was full.</param>
/// <param name="File">The file that it ends in.</param>
internal sealed record ImportBatch(
    IReadOnlyList<IncomingRecord> Records, IReadOnlyList<RecordDeletion> Deletions, IReadOnlyList<RejectedRecord> Rejected, long BytesRead, string File)
{
    /// <summary>Counts that name their papers by identifiers, in the order of the input; stored after the records.</summary>
    public IReadOnlyList<ReadObservation> Observations { get; init; } = [];
}
