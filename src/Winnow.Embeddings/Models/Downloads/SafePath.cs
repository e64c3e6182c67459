namespace Winnow.Embeddings.Models.Downloads;

/// <summary>Paths that others have written, and that must stay inside a folder.</summary>
internal static class SafePath
{
    /// <exception cref="ModelFileException">It leads out of the folder.</exception>
    public static string Under(string folder, string relative)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, relative.Replace('\\', '/')));
        return path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length
            ? path
            : throw new ModelFileException($"The model wants to write {relative}, which is outside of its folder. Nothing was added.");
    }
}
