namespace Winnow.Sources.Importing;

/// <summary>One stream to import.</summary>
/// <param name="Name">As it is shown to a person.</param>
/// <param name="Length">Its size in bytes, or null when it has none, as a pipe.</param>
/// <param name="Open">Opens it for reading.</param>
internal sealed record ImportInput(string Name, long? Length, Func<Stream> Open)
{
    /// <summary>When it was last written; null for what is not a file.</summary>
    public DateTimeOffset? Written { get; init; }

    private const int BufferBytes = 128 * 1024;

    /// <summary>A link may lead back to a folder above it.</summary>
    private const int DeepestFolder = 32;

    /// <summary>All that a request names, the files of a folder in the order of their paths so that every run reads them alike.</summary>
    /// <exception cref="ImportException">A path leads nowhere, or to a folder without files.</exception>
    internal static IReadOnlyList<ImportInput> Of(ImportRequest request) => [.. request.Paths.SelectMany(path => Of(path, request))];

    private static IEnumerable<ImportInput> Of(string path, ImportRequest request)
    {
        if (path == ImportRequest.StandardInput)
        {
            return [new ImportInput("standard input", null, request.OpenStandardInput)];
        }

        if (File.Exists(path))
        {
            return [OfFile(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"{path} does not exist.");
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder };
        var files = Directory.GetFiles(path, "*", options);
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files.Select(OfFile) : throw new ImportException($"The folder {path} holds no files.");
    }

    private static ImportInput OfFile(string path)
    {
        var file = new FileInfo(path);
        var length = file.Length;
        return new ImportInput(
            path,
            length > 0 ? length : null,
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.SequentialScan))
        {
            Written = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero),
        };
    }
}
