using Winnow.Cli.Output;
using Winnow.Embeddings;
using Winnow.Embeddings.Models;
using Winnow.Embeddings.Models.Downloads;

namespace Winnow.Cli.Commands.Models;

/// <summary>Adds a model from what a person named: a folder, a file or an address.</summary>
internal sealed class ModelSource(InstalledModels installed, ModelAddition addition, Terminal terminal)
{
    public static string NameOf(string source) => ModelAddress.NameOf(ModelAddress.IsAddress(source) ? source : Path.GetFullPath(source));

    /// <param name="sha256">In lower case; null when it is not known.</param>
    public async Task<ModelFolder> AddAsync(string source, string name, string? sha256, long mostBytes, CancellationToken cancel)
    {
        if (ModelAddress.IsAddress(source))
        {
            using var progress = new DownloadReport(terminal);
            return await new ModelDownload(installed, TimeProvider.System, mostBytes, progress).AddAsync(new Uri(source), name, sha256, cancel).ConfigureAwait(false);
        }

        if (Directory.Exists(source))
        {
            var model = await addition.CopyAsync(source, name, cancel).ConfigureAwait(false);
            if (sha256 is not null && !ModelFiles.Read(model.Path)!.Files.Any(file => file.Sha256 == sha256))
            {
                installed.Remove(name);
                throw new ModelFileException($"No file of {source} has the SHA-256 {sha256}. Nothing was added.");
            }

            return model;
        }

        if (!File.Exists(source))
        {
            throw new CliException(ExitCode.BadInput, $"There is neither a folder nor a file {source}.");
        }

        if (!ModelAddress.IsArchive(source) && !ModelAddress.IsStaticModel(source))
        {
            throw new CliException(ExitCode.BadInput, $"{source} is no model that can be added: expected a folder, a .zip or .tar.gz of one, or a static model's .bin.");
        }

        if (sha256 is not null && await ModelFiles.DigestAsync(source, cancel).ConfigureAwait(false) is var found && found != sha256)
        {
            throw new ModelFileException($"{source} has the SHA-256 {found}, and {sha256} was expected. Nothing was added.");
        }

        return await addition.AddFileAsync(source, name, Path.GetFullPath(source), mostBytes, cancel).ConfigureAwait(false);
    }
}
