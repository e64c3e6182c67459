using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Configuration;
using Winnow.Papers;
using Winnow.Storage.Sqlite;
using Winnow.Trends.Topics;

namespace Winnow.Cli.Diagnosis;

/// <summary>Whether the library and what follows it are whole.</summary>
internal static class LibraryExamination
{
    private const string Restore = "Stop Winnow, keep a copy of library.db, and put a backup in its place; or move it away and import your files again.";

    public static async Task<IReadOnlyList<Finding>> FindingsAsync(WinnowOptions options, CancellationToken cancel)
    {
        if (!File.Exists(options.LibraryFile))
        {
            return [Finding.Note("library", "There is no library yet.", "Import papers with `winnow import FILES`, or start `winnow serve`, which brings a sample.")];
        }

        var health = LibraryCheck.Examine(options.LibraryFile);
        if (health.Problems.Count > 0)
        {
            return [.. health.Problems.Select(problem => Finding.Problem("library", $"{options.LibraryFile} is damaged: {problem}", Restore))];
        }

        try
        {
            await using var workspace = Workspace.Open(options);
            var counts = await workspace.Library.CountAsync(cancel).ConfigureAwait(false);
            var position = await workspace.Library.GetPositionAsync(cancel).ConfigureAwait(false);
            var says = string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Papers:N0} papers from {counts.Records:N0} records, {health.Bytes / 1_000_000.0:0.0} MB, schema {health.Schema}, SQLite {health.SqliteVersion}.");
            var sources = SourcesExamination.Findings(await workspace.Sources.GetSourcesAsync(cancel).ConfigureAwait(false), TimeProvider.System.GetUtcNow());
            return
            [
                Finding.Fine("library", says),
                .. IndexExamination.Findings(options.IndexFolder, position),
                TrendsExamination.OfTrends(await workspace.Signals.CountTrendsAsync(cancel).ConfigureAwait(false)),
                TrendsExamination.OfTopics(TopicsHealth.Examine(options.TopicsFolder), position),
                .. sources,
            ];
        }
        catch (LibraryException unusable)
        {
            return [Finding.Problem("library", unusable.Message, Restore)];
        }
    }
}
