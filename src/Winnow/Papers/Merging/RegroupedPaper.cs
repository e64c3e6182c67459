namespace Winnow.Papers.Merging;

/// <param name="Id">The paper, new or not.</param>
/// <param name="Records">All its records.</param>
public sealed record RegroupedPaper(PaperId Id, IReadOnlyList<RecordId> Records);
