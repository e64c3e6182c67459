using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Winnow.Papers;
using Winnow.Sources.Importing;

namespace Winnow.Web.Pages.Import;

/// <summary>
/// Imports what a visitor uploads, one upload at a time, and remembers how the last one went.
/// </summary>
/// <param name="options">Whether visitors may upload.</param>
/// <param name="services">Holds the import, when the application offers one.</param>
/// <param name="writer">Removes the sample.</param>
/// <param name="log">Where a failure of Winnow itself is written.</param>
/// <param name="lifetime">Stops an import with the application; what it has stored stays.</param>
internal sealed class UploadedImport(WebOptions options, IServiceProvider services, ILibraryWriter writer, IHostApplicationLifetime lifetime, ILogger<UploadedImport> log)
{
    private readonly PaperImport? _import = options.MayChange ? services.GetService<PaperImport>() : null;
    private int _busy;

    public bool Offered => _import is not null;

    /// <summary>The upload at work, or the last one; null before the first.</summary>
    public UploadState? State { get; private set; }

    /// <summary>Keeps the files and begins to import them.</summary>
    /// <param name="files">What was sent.</param>
    /// <param name="replaceSample">Whether the sample leaves once papers have arrived.</param>
    /// <param name="cancel">Ends the keeping, not the import.</param>
    /// <returns>False while another upload is at work.</returns>
    public async Task<bool> TryStartAsync(IReadOnlyList<IFormFile> files, bool replaceSample, CancellationToken cancel)
    {
        if (_import is null || Interlocked.Exchange(ref _busy, 1) == 1)
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("winnow-upload-").FullName;
        try
        {
            var names = files.Select((file, i) => UploadName.Safe(file.FileName, i)).ToList();
            for (var i = 0; i < files.Count; i++)
            {
                await using var target = File.Create(Path.Combine(folder, names[i]));
                await files[i].CopyToAsync(target, cancel);
            }

            State = new UploadState(names);
            _ = RunAsync(_import, folder, names, replaceSample);
            return true;
        }
        catch
        {
            Release(folder);
            throw;
        }
    }

    private async Task RunAsync(PaperImport import, string folder, List<string> names, bool replaceSample)
    {
        await Task.Yield();
        try
        {
            var request = new ImportRequest([.. names.Select(name => Path.Combine(folder, name))]) { Label = string.Join(' ', names) };
            var result = await import.RunAsync(request, new Reporter(this), lifetime.ApplicationStopping);
            if (replaceSample && result.Counts.Read > result.Counts.Rejected)
            {
                await writer.RemoveSourceAsync(SourceRecord.SampleSource, lifetime.ApplicationStopping);
            }

            State = State! with { Result = result };
        }
        catch (Exception failure) when (failure is ImportException or LibraryException or IOException)
        {
            State = State! with { Failure = failure.Message };
        }
        catch (OperationCanceledException)
        {
            State = State! with { Failure = "Winnow was stopped. What had been stored stays; add the files again to go on." };
        }
        catch (Exception failure)
        {
            // Nobody awaits this task: whoever looks at the page must learn of it, and the server's output must say why.
            log.LogError(failure, "The upload of {Files} failed.", names);
            State = State! with { Failure = "Winnow failed to import this. The reason is in the output of winnow serve." };
        }
        finally
        {
            Release(folder);
        }
    }

    private void Release(string folder)
    {
        Directory.Delete(folder, recursive: true);
        Volatile.Write(ref _busy, 0);
    }

    /// <summary>Reports at once and in order, which the framework's own progress does not promise.</summary>
    private sealed class Reporter(UploadedImport owner) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => owner.State = owner.State! with { Progress = value };
    }
}
