using Winnow.Sources.Importing;

namespace Winnow.Cli.Hosting;

/// <summary>What a first start shows: landmark papers, as facts and sentences of our own.</summary>
internal static class SampleCatalogue
{
    /// <summary>The source of its records.</summary>
    public const string Source = "sample";

    private static string FilePath => Path.Combine(AppContext.BaseDirectory, "samples", "landmarks.jsonl");

    /// <summary>
    /// Fills a library that nothing was ever imported into. One that holds only samples gets them again, which costs nothing, completes an interrupted start,
    /// and brings what a newer Winnow corrected.
    /// </summary>
    public static async Task LoadIfEmptyAsync(Workspace workspace, CancellationToken cancel)
    {
        var counts = await workspace.Library.CountAsync(cancel).ConfigureAwait(false);
        var isFirstStart = counts.Records == 0 && await workspace.Writer.GetImportsAsync(1, cancel).ConfigureAwait(false) is [];
        if (isFirstStart || counts.OnlySample)
        {
            await workspace.Import.RunAsync(new ImportRequest([FilePath]), progress: null, cancel).ConfigureAwait(false);
        }
    }
}
