using Winnow.Embeddings.Models.Downloads;

namespace Winnow.Embeddings.Models;

/// <summary>Puts a model into a data folder: copied or downloaded beside, opened, tried with a text, and only then there.</summary>
public sealed class ModelAddition(InstalledModels models, TimeProvider clock)
{
    private const string Trial = "A text to see whether the model gives a vector.";

    /// <summary>Copies a folder's model; of a folder only what the model needs.</summary>
    /// <param name="from">Where it came from, when that is not the folder.</param>
    /// <exception cref="ModelFileException">It is none, or does not work.</exception>
    public async Task<ModelFolder> CopyAsync(string source, string name, CancellationToken cancel, string? from = null)
    {
        var staged = models.Stage(name);
        foreach (var file in ModelFolder.Read(source, name).Contents())
        {
            cancel.ThrowIfCancellationRequested();
            var target = Path.Combine(staged, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(source, file), target);
        }

        return await FinishAsync(staged, name, from ?? Path.GetFullPath(source), cancel).ConfigureAwait(false);
    }

    /// <summary>Adds an archive of a model's folder, or the one file of a static model.</summary>
    /// <param name="source">Where it came from, for the list of its files.</param>
    /// <param name="mostBytes">What an archive may unpack to.</param>
    /// <exception cref="ModelFileException">It is neither, or does not work.</exception>
    public async Task<ModelFolder> AddFileAsync(string file, string name, string source, long mostBytes, CancellationToken cancel)
    {
        var staged = models.Stage(name);
        if (!ModelAddress.IsArchive(file))
        {
            File.Copy(file, Path.Combine(staged, ModelFolder.UsualStaticFile));
            await File.WriteAllTextAsync(Path.Combine(staged, ModelFolder.ManifestName), "{ \"kind\": \"static\" }\n", cancel).ConfigureAwait(false);
            return await FinishAsync(staged, name, source, cancel).ConfigureAwait(false);
        }

        var unpacked = models.Stage(name + ".unpacked");
        try
        {
            await ModelArchive.UnpackAsync(file, unpacked, mostBytes, cancel).ConfigureAwait(false);
            return await CopyAsync(ModelArchive.Root(unpacked), name, cancel, source).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    /// <summary>Adds an endpoint that was asked already.</summary>
    public async Task<ModelFolder> AddRemoteAsync(Remote.RemoteManifest manifest, CancellationToken cancel)
    {
        var staged = models.Stage(manifest.Name);
        Remote.RemoteManifestFile.Write(staged, manifest);
        (await ModelFiles.OfAsync(staged, manifest.Endpoint.AbsoluteUri, clock.GetUtcNow(), cancel).ConfigureAwait(false)).Write(staged);
        return models.Install(staged, manifest.Name);
    }

    /// <summary>Opens what was put together, tries it, lists its files with their checksums, and makes it a model.</summary>
    /// <param name="staged">A folder of <see cref="InstalledModels.Stage"/>; it is gone afterwards, also when this fails.</param>
    /// <param name="replace">Whether an older model of that name goes.</param>
    /// <exception cref="ModelFileException">It does not work.</exception>
    public async Task<ModelFolder> FinishAsync(string staged, string name, string source, CancellationToken cancel, bool replace = false)
    {
        try
        {
            using (var generator = ModelFolder.Read(staged, name).Open(clock))
            {
                var vector = (await generator.GenerateAsync([Trial], cancellationToken: cancel).ConfigureAwait(false))[0].Vector;
                if (ModelTest.Flaw(vector.Span) is { } flaw) throw new ModelFileException($"The model {name} does not work: {flaw}.");
            }

            (await ModelFiles.OfAsync(staged, source, clock.GetUtcNow(), cancel).ConfigureAwait(false)).Write(staged);
            return replace ? models.Replace(staged, name) : models.Install(staged, name);
        }
        finally
        {
            if (Directory.Exists(staged)) Directory.Delete(staged, recursive: true);
        }
    }
}
