namespace Winnow.Embeddings.Models.Downloads;

/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Of what lies there.</param>
/// <param name="Announced">The SHA-256 that the server says it has, as Hugging Face's does; null when it says none.</param>
internal sealed record FetchedFile(string Path, string Sha256, string? Announced);
