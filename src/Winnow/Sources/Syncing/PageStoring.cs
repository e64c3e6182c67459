using Winnow.Papers;
using Winnow.Sources.Importing;

namespace Winnow.Sources.Syncing;

/// <summary>
/// Stores the pages of one run: records first, then the cursor. Killed between the two, the run that follows reads the page again and finds it unchanged.
/// </summary>
internal sealed class PageStoring(ISyncStore store, ILibraryWriter library, FollowedSource source, string dataFolder, DateTimeOffset started) : IAsyncDisposable
{
    /// <summary>As an import from files: a commit holds the library for about a quarter of a second.</summary>
    private const int BatchRecords = 1000;

    private string? _cursor = source.Cursor;
    private ILibraryImport? _import;
    private RejectionLog? _rejections;
    private BatchStoring? _storing;

    /// <summary>The run's entry in the history; null while there was nothing to store.</summary>
    internal long? Run { get; private set; }

    internal ImportCounts Counts { get; private set; } = new();

    internal int Pages { get; private set; }

    internal string? Rejections => _rejections?.FullPath;

    internal string? Note { get; private set; }

    /// <returns>Whether to go on: false when the source was paused or removed meanwhile.</returns>
    internal async Task<bool> StoreAsync(SourcePage page, CancellationToken cancel)
    {
        if (page.Items.Count == 0 && page.Note is null && page.Cursor == _cursor)
            return true;

        var before = Counts;
        if (page.Items.Count > 0)
        {
            if (!await BeginAsync(cancel).ConfigureAwait(false))
                return false;

            foreach (var batch in page.Items.Chunk(BatchRecords))
                await StoreAsync(batch, cancel).ConfigureAwait(false);

            Pages++;
        }

        Note = page.Note ?? Note;
        var commit = new SyncCommit(Run, page.Cursor, Counts.Minus(before), page.Fraction, _rejections?.Relative, page.Note);
        var now = await store.CommitAsync(source.Id, commit, cancel).ConfigureAwait(false);
        _cursor = page.Cursor;
        return now is not null && (!now.Paused || source.Paused);
    }

    internal Task FinishAsync(CancellationToken cancel) => _import?.FinishAsync(_rejections?.Relative, cancel) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_rejections is not null)
            await _rejections.DisposeAsync().ConfigureAwait(false);

        if (_import is not null)
            await _import.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> BeginAsync(CancellationToken cancel)
    {
        if (_import is not null)
            return true;

        Run = await store.BeginRunAsync(source.Id, started, cancel).ConfigureAwait(false);
        if (Run is null)
            return false;

        _import = await library.BeginImportAsync($"sync {source.Name}", cancel).ConfigureAwait(false);
        _rejections = new RejectionLog(dataFolder, _import.Id);
        _storing = new BatchStoring(_import, _rejections);
        return true;
    }

    private async Task StoreAsync(ReadItem[] items, CancellationToken cancel)
    {
        var batch = new ImportBatch(
            [.. items.OfType<ReadRecord>().Select(item => new IncomingRecord(item.Record))],
            [.. items.OfType<ReadDeletion>().Select(item => item.Deletion)],
            [.. items.OfType<RejectedRecord>()],
            BytesRead: 0,
            source.Name)
        {
            Observations = [.. items.OfType<ReadObservation>()],
        };
        Counts = Counts.Plus(await _storing!.StoreAsync(batch, cancel).ConfigureAwait(false));
    }
}
