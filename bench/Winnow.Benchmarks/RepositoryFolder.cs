namespace Winnow.Benchmarks;

/// <summary>Where the repository and the papers beside it are.</summary>
internal static class RepositoryFolder
{
    internal static string Root { get; } = FindRoot();

    /// <exception cref="DirectoryNotFoundException">The papers are not there; the message says where they were looked for.</exception>
    internal static string Data(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name));
        return Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"This benchmark reads {path}, and there is no such folder.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Winnow.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Run this from within the repository.");
    }
}
