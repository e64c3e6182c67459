namespace Winnow.Embeddings.Models.Downloads;

/// <summary>One file of a model that is to be fetched.</summary>
/// <param name="Path">Relative to the model's folder, with forward slashes.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Sha256">What it must have; null when nobody says.</param>
internal sealed record RemoteFile(string Path, Uri Address, string? Sha256);
