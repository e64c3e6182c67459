using Winnow.Papers;

namespace Winnow.Sources.Importing;

/// <param name="Id">The import's id in the library's history.</param>
/// <param name="Counts">What was done.</param>
/// <param name="Rejections">The file that names each rejected record with the reason; null when none was rejected.</param>
/// <param name="Notes">One sentence on each file whose encoding had to be guessed, with the file's name; the first few.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ImportResult(long Id, ImportCounts Counts, string? Rejections, IReadOnlyList<string> Notes, TimeSpan Elapsed);
