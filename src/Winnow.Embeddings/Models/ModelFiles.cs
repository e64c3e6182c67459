using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Winnow.Embeddings.Models;

/// <summary>What a model's folder held when it was added, in <c>winnow-files.json</c>: the doctor finds what was damaged or changed since.</summary>
/// <param name="Source">Where it came from: a folder, an address.</param>
/// <param name="Added">When.</param>
/// <param name="Files">All of them but the manifest, which people may edit, and this list.</param>
public sealed record ModelFiles(string Source, DateTimeOffset Added, IReadOnlyList<ModelFile> Files)
{
    public const string FileName = "winnow-files.json";

    public long Bytes => Files.Sum(file => file.Bytes);

    /// <summary>Reads every byte of a folder.</summary>
    public static async Task<ModelFiles> OfAsync(string folder, string source, DateTimeOffset added, CancellationToken cancel)
    {
        var files = new List<ModelFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (relative is FileName or ModelFolder.ManifestName or Remote.RemoteLedger.FileName) continue;
            files.Add(new ModelFile(relative, new FileInfo(path).Length, await DigestAsync(path, cancel).ConfigureAwait(false)));
        }

        return new ModelFiles(source, added, files);
    }

    /// <returns>Null when the folder has no list.</returns>
    /// <exception cref="ModelFileException">The list is damaged.</exception>
    public static ModelFiles? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new ModelFiles(
                root.GetProperty("source").GetString()!,
                root.GetProperty("added").GetDateTimeOffset(),
                [.. root.GetProperty("files").EnumerateArray().Select(file => new ModelFile(
                    file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!))]);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelFileException($"{path} is damaged: remove the model and add it again.", broken);
        }
    }

    public void Write(string folder)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("source", Source);
            json.WriteString("added", Added);
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.WriteAllText(Path.Combine(folder, FileName), Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    /// <summary>Compares a folder with the list, byte for byte.</summary>
    /// <returns>A sentence for each file that is missing or not the same.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(string folder, CancellationToken cancel)
    {
        var problems = new List<string>();
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            var found = new FileInfo(path);
            if (!found.Exists) problems.Add($"{path} is missing.");
            else if (found.Length != file.Bytes) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} has {found.Length:N0} bytes, and had {file.Bytes:N0} when it was added."));
            else if (await DigestAsync(path, cancel).ConfigureAwait(false) != file.Sha256) problems.Add($"{path} has changed since it was added: its SHA-256 is another.");
        }

        return problems;
    }

    /// <summary>The SHA-256 of a file, in lower-case hexadecimal.</summary>
    public static async Task<string> DigestAsync(string path, CancellationToken cancel)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false)) return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel).ConfigureAwait(false));
    }
}
