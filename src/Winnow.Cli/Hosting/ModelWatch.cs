using System.Globalization;
using Winnow.Configuration;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Hosting;

/// <summary>Has a running server take another model within seconds after one was chosen, changed or removed, by whatever process, or in the settings.</summary>
/// <param name="workspace">Whose models.</param>
/// <param name="settings">Reads them anew; what it throws is wrong with them.</param>
/// <param name="say">Is told what happened, in a sentence.</param>
internal sealed class ModelWatch(Workspace workspace, Func<WinnowOptions> settings, Action<string> say, TimeProvider clock)
{
    /// <summary>Between two looks at four small files.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>What decides over the models besides the settings, in a model's folder; other files of it change with each question to an endpoint.</summary>
    private static readonly string[] Telling = [ModelFolder.ManifestName, ModelFiles.FileName];

    public async Task FollowAsync(CancellationToken cancel)
    {
        var (loaded, seen) = (Look().Signature, (string?)null);
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var (signature, options, wrong) = Look();
            if (signature == loaded || signature != seen)
            {
                // A change is acted upon when it is there twice: a model that is being replaced is gone for a moment.
                seen = signature;
                continue;
            }

            loaded = signature;
            if (options is null)
            {
                say($"{wrong} What held before goes on.");
                continue;
            }

            try
            {
                await workspace.ChangeModelsAsync(options, say, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private (string Signature, WinnowOptions? Options, string? Wrong) Look()
    {
        try
        {
            var options = settings();
            var installed = new InstalledModels(options.ModelsFolder);
            var (chosen, before) = (options.Model ?? installed.Chosen, installed.Previous);
            return (string.Join('\n', [chosen, before, $"{options.Batch}", .. Files(installed, chosen), .. Files(installed, before ?? chosen)]), options, null);
        }
        catch (Exception unreadable) when (unreadable is SettingsException or IOException or UnauthorizedAccessException)
        {
            return (unreadable.Message, null, unreadable.Message);
        }
    }

    private static IEnumerable<string> Files(InstalledModels installed, string model) => ModelName.IsValid(model)
        ? Telling.Select(name => new FileInfo(Path.Combine(installed.PathOf(model), name)))
            .Select(file => file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "none")
        : [];
}
