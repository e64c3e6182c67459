using System.Diagnostics;
using System.Text.RegularExpressions;
using Winnow.Configuration;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>What the documents promise is there, and what they tell people to type works.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md")).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

    private static string Root { get; } = FindRoot();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void Every_setting_is_described()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "configuration.md"));
        Assert.All(Setting.All, setting => Assert.Contains($"| `{setting.Key}` | `{setting.Variable}` |", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_and_option_is_described()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "cli.md"));
        var commands = Commands(_winnow.Run("--help").Ended(0).Output)
            .SelectMany(command => command switch
            {
                "index" => ["index check", "index rebuild"],
                "sources" => ["sources list", "sources add", "sources pause", "sources resume", "sources remove"],
                _ => new[] { command },
            }).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            Assert.Contains($"winnow {command}", text, StringComparison.Ordinal);
            var options = Option().Matches(_winnow.Run([.. command.Split(' '), "--help"]).Ended(0).Output).Select(match => match.Value).Except(["--help"]);
            Assert.All(options, option => Assert.Contains(option, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_exit_code_is_described()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "cli.md"));
        Assert.All(new[] { 0, 1, 2, 3, 4, 70, 130 }, code => Assert.Contains($"\n| {code} | ", text, StringComparison.Ordinal));
    }

    /// <summary>
    /// Types each line of the blocks marked <c>sh</c> that starts with <c>winnow</c>, in a folder with the files that the documents speak of. Lines that
    /// start a server are what <see cref="ServeTests"/> does; of <c>./do</c> the command must exist; other programs are not Winnow's.
    /// </summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_tells_people_to_type_works(string document)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The documents are written for bash.");
        PrepareFiles();
        var help = Shell("./do help", Root);
        Assert.Equal(0, help.Code);
        foreach (var line in ShellLines(File.ReadAllText(Path.Combine(Root, document))))
        {
            if (line.StartsWith("./do ", StringComparison.Ordinal))
            {
                Assert.Contains($"\n  {line.Split(' ')[1]} ", help.Output, StringComparison.Ordinal);
            }
            else if (line.StartsWith("winnow ", StringComparison.Ordinal) && !line.StartsWith("winnow serve", StringComparison.Ordinal)
                // It asks publishers; SyncTests run it against servers of their own.
                && !line.StartsWith("winnow sync", StringComparison.Ordinal))
            {
                var outcome = Shell(line, _winnow.Folder);
                Assert.True(outcome.Code == 0, $"{document}: {line}\nended with {outcome.Code}: {outcome.Error}");
            }
        }
    }

    private void PrepareFiles()
    {
        const string Known = """{"id": "arxiv/1706.03762", "title": "Attention Is All You Need", "authors": ["Ashish Vaswani"], "year": 2017, "arxiv": "1706.03762"}""";
        var papers = $"{Known}\n{PaperLines.Of(0, 20)}"
            + """{"id": "a/1", "title": "Learning speech representations without labels: attention and machine translation"}""" + "\n"
            + """{"id": "a/2", "title": "Graph neural networks", "year": 2020}""" + "\n";
        _winnow.Write("papers/a.jsonl", papers);
        _winnow.Write("papers.jsonl", papers);
        _winnow.Write("questions.txt", "attention\nspeech\n");
        const string BibTeX = "@article{x, title = {A Title of Its Own}, author = {Lovelace, Ada}, year = {1843}, journal = {Memoirs}}\n";
        _winnow.Write("library.bib", BibTeX);
        _winnow.Write("references.txt", BibTeX);
        _winnow.Run("import", "papers.jsonl").Ended(0);
    }

    private Outcome Shell(string line, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", line])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.GetDirectoryName(WinnowExecutable.ProgramPath)}:{start.Environment["PATH"]}";
        start.Environment["WINNOW_DATA"] = _winnow.Data;
        start.Environment["WINNOW_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return Outcome.Of(process, TimeSpan.FromMinutes(2));
    }

    private static IEnumerable<string> ShellLines(string document) =>
        ShellBlock().Matches(document).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Commands(string help) =>
        help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Examples:", StringComparison.Ordinal)]
            .Split('\n').Skip(1).Select(line => CommandName().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Winnow.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a clone.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"^  ([a-z-]+)(?: |$)")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"(?<=^|\s)--[a-z-]+")]
    private static partial Regex Option();
}
