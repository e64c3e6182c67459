namespace Winnow.Tests.House;

/// <summary>The files that belong to the project, wherever it was cloned to.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules", "vendor", "bin", "obj", "BenchmarkDotNet.Artifacts", ".vs", ".idea"];

    /// <summary>The folder that holds <c>Winnow.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to <see cref="Root"/> with forward slashes, in ordinal order; vendored and built files are left out.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> WithEnding(params string[] endings) =>
        Files.Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Winnow.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside a clone: no folder above them holds Winnow.slnx.");
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(entry => !NotOurs.Contains(entry.Name)).SelectMany(entry => entry is DirectoryInfo inner
            ? Walk(inner)
            : [Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/')]);
}
