using System.CommandLine;
using Winnow.Cli.Diagnosis;
using Winnow.Cli.Output;
using Winnow.Configuration;

namespace Winnow.Cli.Commands;

internal sealed class DoctorCommand : WinnowCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };

    public DoctorCommand(Terminal terminal, GlobalOptions globals)
        : base("doctor", "Look at the settings, the data folder, the disk, the library, the index, trends and topics, the models and the port, and say what to do; exit code 1 when there is a problem.", "winnow doctor", terminal, globals) =>
        Add(_json);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var findings = await ExamineAsync(parsed, cancel).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(DoctorDocument.Of(findings, ProductVersion.Text)));
        }
        else
        {
            foreach (var finding in findings)
            {
                Write(finding);
            }
        }

        return findings.Any(finding => finding.State == FindingState.Problem) ? ExitCode.Nothing : ExitCode.Done;
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(ParseResult parsed, CancellationToken cancel)
    {
        var findings = new List<Finding> { Finding.Fine("winnow", $"{ProductVersion.Text} on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}") };
        WinnowOptions options;
        try
        {
            options = Settings(parsed);
            findings.Add(File.Exists(options.SettingsFile)
                ? Finding.Fine("settings", $"{options.SettingsFile} is valid.")
                : Finding.Fine("settings", $"There is no {options.SettingsFile}; the defaults hold."));
        }
        catch (SettingsException wrong)
        {
            findings.Add(Finding.Problem("settings", wrong.Message, "Correct it; docs/configuration.md lists every setting."));
            options = new WinnowOptions { DataFolder = DataFolder(parsed) };
        }

        findings.AddRange(UnknownVariables());
        findings.Add(MachineExamination.Folder(options.DataFolder));
        findings.Add(MachineExamination.Disk(options.DataFolder));
        findings.Add(MachineExamination.Text());
        findings.AddRange(await LibraryExamination.FindingsAsync(options, cancel).ConfigureAwait(false));
        findings.AddRange(await ModelExamination.FindingsAsync(options, cancel).ConfigureAwait(false));
        findings.AddRange(MachineExamination.Ports(options));
        return findings;
    }

    private static IEnumerable<Finding> UnknownVariables()
    {
        var known = Setting.All.Select(setting => setting.Variable).Append(Configuration.DataFolder.Variable).Append("WINNOW_DEBUG").ToHashSet(StringComparer.Ordinal);
        return Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("WINNOW_", StringComparison.Ordinal) && !known.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name => Finding.Note("settings", $"The environment sets {name}, which Winnow does not know.", $"It may be misspelt: there are {string.Join(", ", known)}."));
    }

    private void Write(Finding finding)
    {
        var (mark, colour) = finding.State switch
        {
            FindingState.Fine => ("ok     ", 32),
            FindingState.Note => ("note   ", 33),
            _ => ("PROBLEM", 31),
        };
        Terminal.Out.WriteLine($"{Terminal.Paint(mark, colour)}  {finding.Subject,-11}  {finding.Says}");
        if (finding.Advice is { } advice)
        {
            Terminal.Out.WriteLine($"{"",-22}{advice}");
        }
    }
}
