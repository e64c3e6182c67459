using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Diagnosis;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

internal sealed class IndexCheckCommand : WinnowCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };

    public IndexCheckCommand(Terminal terminal, GlobalOptions globals)
        : base("check", "Read every byte of the search index and compare checksums; exit code 1 when something is wrong.", "winnow index check", terminal, globals) =>
        Add(_json);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var position = await workspace.Library.GetPositionAsync(cancel).ConfigureAwait(false);
        var report = IndexExamination.Read(workspace.Options.IndexFolder, position);
        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(report));
        }
        else
        {
            Write(report);
        }

        return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(IndexReport report)
    {
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Papers:N0} papers, {report.Behind:N0} changes behind the library."));
        foreach (var problem in report.Problems)
        {
            Terminal.Out.WriteLine(problem);
        }

        Terminal.Out.WriteLine(report.Problems.Count == 0 ? "Every checksum is right." : "Build it again from the library: winnow index rebuild");
    }
}
