namespace Winnow.Cli.Output;

/// <summary>An import's counts, in records, for a script.</summary>
/// <param name="Read">All that were found in the input.</param>
/// <param name="New">Papers of their own.</param>
/// <param name="Merged">Joined to a paper that the library had.</param>
/// <param name="Updated">Replaced an older content of the same record.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="Rejected">Could not be read.</param>
/// <param name="Withdrawn">Deleted by their source, kept and marked.</param>
/// <param name="Rejections">The file with the reason for each rejection.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ImportReport(
    long Read, long New, long Merged, long Updated, long Unchanged, long Rejected, long Withdrawn, string? Rejections, double Seconds);
