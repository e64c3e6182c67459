using System.Diagnostics;
using System.Text.RegularExpressions;
using Winnow.Configuration;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>What the documents promise is there, and what they tell people to type works.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private static readonly string[] Typed = ["winnow", "curl", "./do"];

    private static readonly (string Line, string Reason)[] NotTyped =
    [
        ("./do run", "builds what these tests are built from, and starts the server that ServeTests start"),
        ("./do build", "built these tests"),
        ("./do test", "runs these tests"),
        ("./do ci", "runs these tests"),
        ("./do bench", "takes minutes; Every_benchmark_that_a_document_names_exists"),
        ("winnow serve", "does not end; ServeTests start it"),
        ("winnow sync", "asks publishers; SyncTests run it against servers of their own"),
        ("export", "concerns the shell that it is typed into; every other line runs with such a PATH"),
    ];

    /// <summary>What asks a server that somebody has started is asked by the browser tests, of a server of their own.</summary>
    private const string RunningServer = "http://127.0.0.1:5170/";

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
            .SelectMany(command => command is "collections" or "index" or "models" or "sources" ? Commands(_winnow.Run(command, "--help").Ended(0).Output).Select(verb => $"{command} {verb}").Prepend(command) : [command]).ToList();
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
    /// Types each line of the blocks marked <c>sh</c>, in a folder with the files that the documents speak of. A line that is not typed has a reason in
    /// <see cref="NotTyped"/>, and one of an unknown program fails: it wants a stand-in or a reason.
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

            if (line.Contains(RunningServer, StringComparison.Ordinal) || NotTyped.Any(start => line == start.Line || line.StartsWith($"{start.Line} ", StringComparison.Ordinal)))
            {
                continue;
            }

            Assert.True(Typed.Any(program => line.StartsWith($"{program} ", StringComparison.Ordinal)), $"{document}: nobody tries this line: {line}");
            var outcome = Shell(line, line.StartsWith("./do ", StringComparison.Ordinal) ? Root : _winnow.Folder);
            Assert.True(outcome.Code == 0, $"{document}: {line}\nended with {outcome.Code}: {outcome.Error}");
        }
    }

    /// <summary>A benchmark takes minutes; that it exists is enough here.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_benchmark_that_a_document_names_exists(string document)
    {
        var benchmarks = File.ReadAllText(Path.Combine(Root, "bench", "Winnow.Benchmarks", "Program.cs"));
        Assert.All(
            Benchmark().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(match => match.Groups[1].Value).Except(["NAME"]),
            name => Assert.Contains($"[\"{name}\"", benchmarks, StringComparison.Ordinal));
    }

    private void PrepareFiles()
    {
        const string Known = """{"id": "arxiv/1706.03762", "title": "Attention Is All You Need", "authors": ["Ashish Vaswani"], "year": 2017, "arxiv": "1706.03762", "observations": [{"kind": "upvote", "source": "huggingface", "at": "2026-01-01", "count": 12}]}""";
        var papers = $"{Known}\n{PaperLines.Of(0, 20)}"
            + """{"id": "a/1", "title": "Learning speech representations without labels: attention and machine translation"}""" + "\n"
            + """{"id": "a/2", "title": "Graph neural networks", "year": 2020}""" + "\n";
        _winnow.Write("papers/a.jsonl", papers);
        _winnow.Write("papers.jsonl", papers);
        _winnow.Write("questions.txt", "attention\nspeech\n");
        const string BibTeX = "@article{x, title = {A Title of Its Own}, author = {Lovelace, Ada}, year = {1843}, journal = {Memoirs}}\n";
        // Stands for the one on the internet, and takes no other address than the documents name.
        var curl = _winnow.Write("bin/curl", "#!/bin/sh\ncase \"$*\" in *https://example.org/papers.jsonl.gz*) gzip -c papers.jsonl ;; *) exit 6 ;; esac\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(curl, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        _winnow.Write("library.bib", BibTeX);
        _winnow.Write("references.txt", BibTeX);
        _winnow.Run("import", "papers.jsonl").Ended(0);
    }

    private Outcome Shell(string line, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-o", "pipefail", "-c", line])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(_winnow.Folder, "bin")}:{Path.GetDirectoryName(WinnowExecutable.ProgramPath)}:{start.Environment["PATH"]}";
        start.Environment["WINNOW_DATA"] = _winnow.Data;
        start.Environment["WINNOW_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return Outcome.Of(process, TimeSpan.FromMinutes(5));
    }

    private static IEnumerable<string> ShellLines(string document) =>
        ShellBlock().Matches(document).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Commands(string help) =>
        help[help.IndexOf("Commands:", StringComparison.Ordinal)..(help.IndexOf("Examples:", StringComparison.Ordinal) is >= 0 and var end ? end : help.Length)]
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

    [GeneratedRegex(@"\./do bench ([a-zA-Z-]+)")]
    private static partial Regex Benchmark();

    [GeneratedRegex(@"^  ([a-z-]+)(?: |$)")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"(?<=^|\s)--[a-z-]+")]
    private static partial Regex Option();
}
