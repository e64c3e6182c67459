using System.Text.RegularExpressions;
using Xunit;

namespace Winnow.Tests.House;

/// <summary>What a reader may rely on when looking for something.</summary>
public sealed partial class FileTests
{
    private const int LongestFile = 500;

    /// <summary>Files that are longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly string[] EmptyNames = ["Common", "Utils", "Utilities", "Helpers", "Manager", "Managers", "Misc"];

    [Fact]
    public void A_file_is_named_after_its_one_type()
    {
        var strays =
            from file in Repository.WithEnding(".cs")
            let name = Path.GetFileName(file)
            where name is not ("Program.cs" or "AssemblyInfo.cs")
            let stem = name[..name.IndexOf('.', StringComparison.Ordinal)]
            let types = TopLevelType().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).Distinct().ToList()
            where !types.SequenceEqual([stem]) && !(name.EndsWith(".cshtml.cs", StringComparison.Ordinal) && types.SequenceEqual([stem + "Model"]))
            select $"{file}: {string.Join(", ", types)}";
        Assert.Empty(strays);
    }

    [Fact]
    public void A_folder_is_named_after_what_it_holds() =>
        Assert.DoesNotContain(Repository.Files, file => file.Split('/')[..^1].Intersect(EmptyNames, StringComparer.OrdinalIgnoreCase).Any());

    [Fact]
    public void A_file_of_more_than_500_lines_has_a_reason()
    {
        var tooLong = Repository.WithEnding(".cs", ".cshtml", ".js", ".css").Where(file => Repository.Read(file).AsSpan().Count('\n') > LongestFile);
        Assert.Equal(LongFiles.Keys.Order(StringComparer.Ordinal), tooLong);
    }

    [Fact]
    public void Nothing_depends_on_one_machine_or_one_package_registry()
    {
        var strays =
            from file in Repository.WithEnding(".cs", ".cshtml", ".csproj", ".props", ".json", ".md", ".sh", ".js", ".css", ".txt", ".jsonl", "do", "run", ".config")
            from Match match in MachineOrRegistry().Matches(Repository.Read(file))
            select $"{file}: {match.Value}";
        Assert.Empty(strays);
    }

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|static|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"(?<![\w.~/}-])/(?:root|work|home)/\w|https?://[\w.-]*(?:nuget|npmjs|pypi|pythonhosted|crates|rubygems|jsdelivr|unpkg|yarnpkg)\.[a-z]+")]
    private static partial Regex MachineOrRegistry();
}
