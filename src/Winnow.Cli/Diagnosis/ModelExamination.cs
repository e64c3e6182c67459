using System.Globalization;
using Microsoft.Extensions.AI;
using Winnow.Cli.Hosting;
using Winnow.Configuration;
using Winnow.Embeddings;
using Winnow.Embeddings.Models;
using Winnow.Embeddings.Remote;
using Winnow.Storage.Sqlite;

namespace Winnow.Cli.Diagnosis;

/// <summary>Whether the models are whole, the chosen one answers, and how many papers it knows.</summary>
internal static class ModelExamination
{
    private const string Subject = "model";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Finding>> FindingsAsync(WinnowOptions options, CancellationToken cancel)
    {
        var installed = new InstalledModels(options.ModelsFolder);
        var chosen = options.Model ?? installed.Chosen;
        var findings = new List<Finding>();
        foreach (var name in installed.Names())
        {
            findings.AddRange(await FilesAsync(installed, name, name == chosen, cancel).ConfigureAwait(false));
        }

        if (!installed.Names().Contains(chosen))
        {
            findings.Add(Finding.Problem(Subject, $"The chosen model {chosen} is not there, so the one that ships answers.", "Add it again, or choose another: winnow models use static"));
        }
        else if (findings.TrueForAll(finding => finding.State != FindingState.Problem))
        {
            findings.AddRange(await ChosenAsync(options, installed, chosen, cancel).ConfigureAwait(false));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> FilesAsync(InstalledModels installed, string name, bool chosen, CancellationToken cancel)
    {
        Finding Wrong(string says) => chosen
            ? Finding.Problem(Subject, says, $"Remove the model and add it again; until then the one that ships answers. Choose that with: winnow models use {ModelFolder.ShippedName}")
            : Finding.Note(Subject, says, $"It is not the chosen one. Take it out with: winnow models remove {name}");
        try
        {
            var folder = installed.Find(name)!;
            var problems = ModelFiles.Read(folder.Path) is { } files ? await files.CheckAsync(folder.Path, cancel).ConfigureAwait(false) : [];
            return [.. problems.Select(Wrong)];
        }
        catch (Exception broken) when (broken is ModelFileException or IOException or UnauthorizedAccessException)
        {
            return [Wrong(broken.Message)];
        }
    }

    private static async Task<IReadOnlyList<Finding>> ChosenAsync(WinnowOptions options, InstalledModels installed, string chosen, CancellationToken cancel)
    {
        try
        {
            var folder = installed.Find(chosen)!;
            using var generator = folder.Open(TimeProvider.System, ModelBatch.Choice(options));
            var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
            List<Finding> findings = [];
            if (generator is RemoteEmbedder remote)
            {
                findings.AddRange(await EndpointAsync(remote, folder, cancel).ConfigureAwait(false));
            }

            if (ModelBatch.Of(generator) is { } batch)
            {
                findings.Add(Finding.Fine(Subject, $"{chosen} embeds {batch.Text}."));
            }

            findings.Add(await CoverageAsync(options, chosen, metadata, cancel).ConfigureAwait(false));
            return findings;
        }
        catch (ModelFileException broken)
        {
            return [Finding.Problem(Subject, $"The chosen model {chosen} cannot be used, so the one that ships answers: {broken.Message}", "Remove it and add it again, or choose another: winnow models use static")];
        }
    }

    private static async Task<IReadOnlyList<Finding>> EndpointAsync(RemoteEmbedder remote, ModelFolder folder, CancellationToken cancel)
    {
        var manifest = remote.Manifest;
        var findings = new List<Finding>();
        try
        {
            var dimensions = await RemoteEmbedder.MeasureAsync(manifest with { Timeout = manifest.Timeout < Patience ? manifest.Timeout : Patience }, folder.Path, TimeProvider.System, cancel).ConfigureAwait(false);
            findings.Add(dimensions == manifest.Dimensions
                ? Finding.Fine(Subject, $"{manifest.Endpoint} answers with {dimensions} dimensions.")
                : Finding.Problem(Subject, $"{manifest.Endpoint} answers with {dimensions} dimensions, and {folder.Name} has {manifest.Dimensions}: it runs another model now.", "Run the model there that it was added with, or remove it and add it again."));
        }
        catch (RemoteModelException refused)
        {
            findings.Add(Finding.Problem(Subject, refused.Message, $"Start that server, or choose another model: winnow models use {ModelFolder.ShippedName}. Until then words, and the model that ships, answer."));
        }

        if (manifest.Budget is { } budget)
        {
            findings.Add(Finding.Fine(Subject, string.Create(CultureInfo.InvariantCulture, $"{remote.Used:N0} of {budget} are used.")));
        }

        if (!OperatingSystem.IsWindows() && manifest.KeyFile is { } key && Path.Combine(folder.Path, key) is var path && File.Exists(path)
            && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
        {
            findings.Add(Finding.Note(Subject, $"Others on this machine can read the key in {path}.", $"Keep it to yourself: chmod 600 {path}"));
        }

        return findings;
    }

    private static async Task<Finding> CoverageAsync(WinnowOptions options, string chosen, EmbeddingGeneratorMetadata metadata, CancellationToken cancel)
    {
        var known = StoredVectors.In(options.VectorsFolder).PapersOf(metadata.DefaultModelId!);
        var papers = await PapersAsync(options, cancel).ConfigureAwait(false);
        var says = string.Create(CultureInfo.InvariantCulture, $"{chosen} ({metadata.DefaultModelId}, {metadata.DefaultModelDimensions} dimensions) knows {known:N0} of {papers:N0} papers.");
        return known >= papers
            ? Finding.Fine(Subject, says)
            : Finding.Note(Subject, says, $"`winnow serve` embeds the others in the background, and `winnow models use {chosen} --embed` does so now.");
    }

    private static async Task<long> PapersAsync(WinnowOptions options, CancellationToken cancel)
    {
        try
        {
            if (!File.Exists(options.LibraryFile))
            {
                return 0;
            }

            await using var library = SqliteLibrary.Open(options.LibraryFile, Workspace.Formats, TimeProvider.System);
            return (await library.CountAsync(cancel).ConfigureAwait(false)).Papers;
        }
        catch (Papers.LibraryException)
        {
            // What is wrong with the library is told under that name.
            return 0;
        }
    }
}
