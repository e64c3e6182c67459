namespace Winnow.Embeddings.Models.Downloads;

/// <param name="File">The file that is being fetched, relative to the model.</param>
/// <param name="Done">Bytes of it on disk.</param>
/// <param name="Total">Its length; null when the server does not say.</param>
public readonly record struct DownloadProgress(string File, long Done, long? Total);
