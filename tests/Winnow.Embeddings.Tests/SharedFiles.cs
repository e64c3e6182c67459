using Xunit;

namespace Winnow.Embeddings.Tests;

/// <summary>Models and papers beside the repository. Without them, tests are skipped by name, and fail where CI has to have them.</summary>
internal static class SharedFiles
{
    public static string MiniLm() => Require("models/all-MiniLM-L6-v2");

    public static string Require(string path)
    {
        var found = Find(path);
        if (found is not null) return found;
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"../shared/{path} is missing, and CI needs it.");
        Assert.Skip($"../shared/{path} is not there.");
        return "";
    }

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Winnow.slnx"))) continue;
            var found = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", path));
            return Path.Exists(found) ? found : null;
        }

        return null;
    }
}
