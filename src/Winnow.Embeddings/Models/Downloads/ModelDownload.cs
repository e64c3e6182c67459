using System.Text.Json;
using Winnow.Embeddings.Onnx;

namespace Winnow.Embeddings.Models.Downloads;

/// <summary>
/// Adds a model from an address: an archive, one file, a list of files with their checksums (<c>winnow-files.json</c>), or the folder of a sentence transformer as its
/// makers publish it. What broke off goes on; what has not the checksum that it should have is deleted and never opened.
/// </summary>
public sealed class ModelDownload(InstalledModels models, TimeProvider clock, long mostBytes, IProgress<DownloadProgress> progress)
{
    private static readonly string[] Graphs = ["onnx/model.onnx", "model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx"];
    private static readonly string[] OtherTokenizers = ["vocab.txt", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model"];

    /// <summary>How long a server may be silent.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    internal TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <param name="sha256">What the archive or file, or the folder's ONNX model, must have; null when the caller does not know.</param>
    /// <exception cref="ModelFileException">It cannot be had, is not what was expected, or is no model.</exception>
    public async Task<ModelFolder> AddAsync(Uri address, string name, string? sha256, CancellationToken cancel)
    {
        var downloads = models.DownloadsOf(name);
        Directory.CreateDirectory(downloads);
        using var files = new FileDownload(mostBytes, clock, Silence, FirstPause);
        if (ModelAddress.IsArchive(address.AbsolutePath) || ModelAddress.IsStaticModel(address.AbsolutePath))
        {
            var file = Path.Combine(downloads, Path.GetFileName(address.AbsolutePath));
            Check(await files.FetchAsync(address, file, Path.GetFileName(file), progress, cancel).ConfigureAwait(false) ?? throw new ModelFileException($"There is nothing at {address}."), sha256);
            var added = await new ModelAddition(models, clock).AddFileAsync(file, name, address.AbsoluteUri, mostBytes, cancel).ConfigureAwait(false);
            Directory.Delete(downloads, recursive: true);
            return added;
        }

        await FetchFolderAsync(files, address, downloads, sha256, cancel).ConfigureAwait(false);
        var staged = models.Stage(name);
        Directory.Delete(staged);
        Directory.Move(downloads, staged);
        return await new ModelAddition(models, clock).FinishAsync(staged, name, address.AbsoluteUri, cancel).ConfigureAwait(false);
    }

    private async Task FetchFolderAsync(FileDownload files, Uri address, string downloads, string? sha256, CancellationToken cancel)
    {
        var folder = ModelAddress.IsList(address.AbsolutePath) ? new Uri(address, ".") : ModelAddress.Files(address);
        var list = ModelAddress.IsList(address.AbsolutePath) ? address : new Uri(folder, ModelFiles.FileName);
        // A list is small, may have changed since a first try, and must be whole.
        var listed = Path.Combine(downloads, ModelFiles.FileName);
        File.Delete(listed);
        if (await files.FetchAsync(list, listed, ModelFiles.FileName, progress, cancel).ConfigureAwait(false) is not null)
        {
            foreach (var file in Listed(listed, list))
            {
                var fetched = await FetchAsync(files, file, downloads, cancel).ConfigureAwait(false) ?? throw new ModelFileException($"{list} lists {file.Path}, which is not at {file.Address}.");
                Check(fetched, file.Sha256);
            }

            File.Delete(listed);
            return;
        }

        if (ModelAddress.IsList(address.AbsolutePath)) throw new ModelFileException($"There is nothing at {address}.");
        await FetchTransformerAsync(files, folder, downloads, sha256, cancel).ConfigureAwait(false);
    }

    private async Task FetchTransformerAsync(FileDownload files, Uri folder, string downloads, string? sha256, CancellationToken cancel)
    {
        foreach (var small in OnnxManifestFile.SmallFiles.Prepend(ModelFolder.ManifestName).Append(ModelFolder.ExpectedName))
            Check(await FetchAsync(files, new RemoteFile(small, new Uri(folder, small), null), downloads, cancel).ConfigureAwait(false), null);
        foreach (var tokenizer in OtherTokenizers)
        {
            if (File.Exists(Path.Combine(downloads, "tokenizer.json")) || File.Exists(Path.Combine(downloads, "vocab.txt"))) break;
            await FetchAsync(files, new RemoteFile(tokenizer, new Uri(folder, tokenizer), null), downloads, cancel).ConfigureAwait(false);
        }

        string[] graphs = ModelJson.Read(Path.Combine(downloads, ModelFolder.ManifestName)).Text("modelFile") is { } told ? [told] : Graphs;
        foreach (var graph in graphs)
        {
            if (await FetchAsync(files, new RemoteFile(graph, new Uri(folder, graph), null), downloads, cancel).ConfigureAwait(false) is not { } fetched) continue;
            Check(fetched, sha256);
            var weights = graph + "_data";
            Check(await FetchAsync(files, new RemoteFile(weights, new Uri(folder, weights), null), downloads, cancel).ConfigureAwait(false), null);
            return;
        }

        throw new ModelFileException($"{folder} has no model in ONNX form: looked for {string.Join(", ", graphs)}.");
    }

    private Task<FetchedFile?> FetchAsync(FileDownload files, RemoteFile file, string downloads, CancellationToken cancel) =>
        files.FetchAsync(file.Address, SafePath.Under(downloads, file.Path), file.Path, progress, cancel);

    private static void Check(FetchedFile? fetched, string? expected)
    {
        if (fetched is null) return;
        foreach (var digest in new[] { expected, fetched.Announced })
        {
            if (digest is null || digest == fetched.Sha256) continue;
            File.Delete(fetched.Path);
            throw new ModelFileException($"{Path.GetFileName(fetched.Path)} has the SHA-256 {fetched.Sha256}, and {digest} was expected. It was deleted, and nothing was added.");
        }
    }

    private static List<RemoteFile> Listed(string path, Uri list)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(file => new RemoteFile(
                file.GetProperty("path").GetString()!,
                new Uri(list, file.TryGetProperty("url", out var url) ? url.GetString()! : file.GetProperty("path").GetString()!),
                file.GetProperty("sha256").GetString()!.ToLowerInvariant()))];
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException or UriFormatException)
        {
            File.Delete(path);
            throw new ModelFileException($"{list} is no list of files: expected {{\"files\": [{{\"path\": …, \"sha256\": …}}]}}.", broken);
        }
    }
}
