using System.Xml.Linq;
using Xunit;

namespace Winnow.Tests.House;

/// <summary>Which project may use which: the compiler then holds everybody to it.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Winnow.Index"] = [],
        ["Winnow"] = ["Winnow.Index"],
        ["Winnow.Storage"] = ["Winnow"],
        ["Winnow.Web"] = ["Winnow"],
        ["Winnow.Embeddings"] = [],
        ["Winnow.Cli"] = ["Winnow", "Winnow.Embeddings", "Winnow.Index", "Winnow.Storage", "Winnow.Web"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Winnow.Index"] = [],
        ["Winnow"] = ["Microsoft.Extensions.AI.Abstractions", "System.Numerics.Tensors"],
        ["Winnow.Embeddings"] = ["Microsoft.Extensions.AI.Abstractions", "Microsoft.ML.OnnxRuntime", "Microsoft.ML.Tokenizers", "Polly.Core", "System.Numerics.Tensors"],
        ["Winnow.Storage"] = ["Microsoft.Data.Sqlite"],
        ["Winnow.Web"] = [],
        ["Winnow.Cli"] = ["PdfPig", "Spectre.Console", "System.CommandLine"],
    };

    private static Dictionary<string, XDocument> Projects { get; } = Repository.WithEnding(".csproj")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Parse(Repository.Read(file)), StringComparer.Ordinal);

    private static IEnumerable<string> SourceProjects => Repository.WithEnding(".csproj")
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file));

    [Fact]
    public void Projects_reference_each_other_only_as_ARCHITECTURE_says()
    {
        Assert.Equal(References.Keys.Order(StringComparer.Ordinal), SourceProjects.Order(StringComparer.Ordinal));
        Assert.All(References, pair => Assert.Equal(
            pair.Value,
            Included(pair.Key, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Projects_use_only_the_packages_that_are_theirs() =>
        Assert.All(Packages, pair => Assert.Equal(pair.Value, Included(pair.Key, "PackageReference")));

    [Fact]
    public void Only_the_web_and_the_executable_know_AspNetCore() =>
        Assert.Equal(["Winnow.Cli", "Winnow.Web"], SourceProjects.Where(name => Included(name, "FrameworkReference").Any()).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_index_may_be_unsafe() =>
        Assert.Equal(["Winnow.Index"], Projects.Where(pair => pair.Value.Descendants("AllowUnsafeBlocks").Any()).Select(pair => pair.Key));

    [Fact]
    public void Accents_are_folded_because_no_project_switches_globalization_off() =>
        Assert.DoesNotContain(Repository.WithEnding(".csproj", ".props", ".json"), file => Repository.Read(file).Contains("Invariant" + "Globalization", StringComparison.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Parse(Repository.Read("Winnow.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);
        Assert.Equal(Repository.WithEnding(".csproj"), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Included(string project, string item) =>
        Projects[project].Descendants(item).Select(element => ((string)element.Attribute("Include")!).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
