using Xunit;

namespace Winnow.Tests.Sources;

/// <summary>The real samples beside the repository. Without them, tests are skipped by name, and fail where CI has to have them.</summary>
internal static class DataPack
{
    internal static string? Folder { get; } = Find();

    internal static string Require()
    {
        if (Folder is not null)
            return Folder;

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The data pack ../shared/data is missing, and CI needs it.");
        Assert.Skip("The data pack ../shared/data is not there.");
        return "";
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Winnow.slnx")))
            {
                var data = Path.Combine(folder.FullName, "..", "shared", "data");
                return Directory.Exists(data) ? Path.GetFullPath(data) : null;
            }
        }

        return null;
    }
}
