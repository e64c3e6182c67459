using System.Text.RegularExpressions;
using Xunit;

namespace Winnow.Tests.House;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        var dead =
            from document in Repository.WithEnding(".md")
            from Match link in Link().Matches(Repository.Read(document))
            let target = Uri.UnescapeDataString(link.Groups[1].Value)
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document}: {target}";
        Assert.Empty(dead);
    }

    [Fact]
    public void The_architecture_has_a_paragraph_on_every_folder_of_the_source()
    {
        var architecture = Repository.Read("ARCHITECTURE.md");
        var folders = Repository.WithEnding(".cs", ".cshtml").Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => $"{parts[1]}/{parts[2]}").Distinct();
        Assert.All(folders, folder => Assert.Contains($"`{folder.Split('/')[1]}/`", architecture, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
