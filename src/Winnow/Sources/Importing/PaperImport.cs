using System.Threading.Channels;
using Winnow.Papers;

namespace Winnow.Sources.Importing;

/// <summary>
/// Reads files of paper metadata into the library. One thread reads and parses while another stores; every batch is committed, so that an import that is
/// killed loses nothing but time: started again, it finds what it has stored unchanged and goes on to the same end.
/// </summary>
/// <param name="library">Stores the records.</param>
/// <param name="formats">Those that an input may have.</param>
/// <param name="dataFolder">Where the reasons for rejections are written, beside the library.</param>
/// <param name="clock">Dates records and measures progress.</param>
public sealed class PaperImport(ILibraryWriter library, RecordFormats formats, string dataFolder, TimeProvider clock)
{
    /// <summary>Enough for one side never to wait for the other; more only holds memory.</summary>
    private const int BatchesAhead = 2;

    /// <exception cref="ImportException">A path or the format does not exist; nothing was imported.</exception>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the batches reported as progress stay.</exception>
    public async Task<ImportResult> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var inputs = ImportInput.Of(request);
        var reader = new ImportReader(inputs, formats, Format(request.Format), request.BatchRecords, clock);
        long? total = inputs.Any(input => input.Length is null) ? null : inputs.Sum(input => input.Length);
        var counts = new ImportCounts();

        var import = await library.BeginImportAsync(request.Label ?? string.Join(' ', request.Paths), cancel).ConfigureAwait(false);
        await using var importEnds = import.ConfigureAwait(false);
        var rejections = new RejectionLog(dataFolder, import.Id);
        await using var rejectionsEnd = rejections.ConfigureAwait(false);
        var storing = new BatchStoring(import, rejections);

        await foreach (var batch in AheadAsync(reader, cancel).ConfigureAwait(false))
        {
            counts = counts.Plus(await storing.StoreAsync(batch, cancel).ConfigureAwait(false));
            progress?.Report(new ImportProgress(counts, batch.BytesRead, total, clock.GetElapsedTime(started), batch.File));
        }

        await import.FinishAsync(rejections.Relative, cancel).ConfigureAwait(false);
        return new ImportResult(import.Id, counts, rejections.FullPath, reader.Notes, clock.GetElapsedTime(started));
    }

    private IRecordFormat? Format(string? name) => name is null ? null
        : formats.Find(name)
            ?? throw new ImportException($"There is no format \"{name}\"; there are {string.Join(", ", formats.All.Select(format => format.Name))}.");

    /// <summary>Reads on another thread, a few batches ahead.</summary>
    private static async IAsyncEnumerable<ImportBatch> AheadAsync(
        ImportReader reader, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var batches = Channel.CreateBounded<ImportBatch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(reader, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                yield return batch;
            }
        }
        finally
        {
            // When storing failed, the reading thread may wait for space for ever.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync(ImportReader reader, ChannelWriter<ImportBatch> batches, CancellationToken cancel)
    {
        try
        {
            foreach (var batch in reader.Read())
            {
                await batches.WriteAsync(batch, cancel).ConfigureAwait(false);
            }

            batches.Complete();
        }
        catch (Exception failure)
        {
            // Told to the storing side, which throws it.
            batches.Complete(failure);
        }
    }
}
