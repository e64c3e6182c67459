using System.Globalization;
using Winnow.Cli.Output;
using Winnow.Index;

namespace Winnow.Cli.Diagnosis;

/// <summary>Whether the search index is whole and how far it has followed the library.</summary>
internal static class IndexExamination
{
    private const long NotableLag = 1000;

    /// <summary>Reads every byte of the index.</summary>
    public static IndexReport Read(string folder, long libraryPosition)
    {
        try
        {
            using var index = SearchIndex.Open(folder);
            return new IndexReport(index.Statistics.Documents, index.Position, Math.Max(0, libraryPosition - index.Position), index.Check());
        }
        catch (IndexCorruptException damage)
        {
            return new IndexReport(0, 0, libraryPosition, [damage.Message]);
        }
    }

    public static IEnumerable<Finding> Findings(string folder, long libraryPosition)
    {
        var report = Read(folder, libraryPosition);
        foreach (var problem in report.Problems)
        {
            yield return Finding.Problem("index", problem, "Build it again from the library: winnow index rebuild");
        }

        if (report.Problems.Count == 0)
        {
            var says = string.Create(CultureInfo.InvariantCulture, $"{report.Papers:N0} papers, every checksum right, {report.Behind:N0} changes behind the library.");
            yield return report.Behind <= NotableLag ? Finding.Fine("index", says) : Finding.Note("index", says, "The next search or import catches up; `winnow serve` does so at once.");
        }
    }
}
