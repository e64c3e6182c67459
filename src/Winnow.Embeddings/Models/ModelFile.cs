namespace Winnow.Embeddings.Models;

/// <param name="Path">Relative to the model's folder, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
public sealed record ModelFile(string Path, long Bytes, string Sha256);
