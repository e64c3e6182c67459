namespace Winnow.Papers;

/// <summary>One import in the library's history.</summary>
/// <param name="Id">Grows from import to import.</param>
/// <param name="Input">The files or folders, as the person gave them.</param>
/// <param name="Started">When it began.</param>
/// <param name="LastActive">When it last committed records, or ended.</param>
/// <param name="State">How it stands.</param>
/// <param name="Counts">What it has done, as of <paramref name="LastActive"/>.</param>
/// <param name="Rejections">The file that names each rejected record, relative to the data folder; null when none was rejected.</param>
public sealed record ImportRun(
    long Id, string Input, DateTimeOffset Started, DateTimeOffset LastActive, ImportState State, ImportCounts Counts, string? Rejections);
