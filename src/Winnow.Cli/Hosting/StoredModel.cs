namespace Winnow.Cli.Hosting;

/// <summary>What a model gave a library's papers.</summary>
/// <param name="Model">Its name and version.</param>
/// <param name="Folder">Where its vectors are.</param>
/// <param name="Papers">Papers that have one.</param>
internal sealed record StoredModel(string Model, string Folder, int Papers);
