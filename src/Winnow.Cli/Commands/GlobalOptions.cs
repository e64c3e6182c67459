using System.CommandLine;
using Winnow.Configuration;

namespace Winnow.Cli.Commands;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder of the library; else WINNOW_DATA, else your system's usual folder.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public Option<bool> VerboseOption { get; } = new("--verbose")
    {
        Description = "After an error, say where in the program it happened; so does WINNOW_DEBUG=1.",
        Recursive = true,
    };

    public bool Verbose(ParseResult parsed) => parsed.GetValue(VerboseOption) || Environment.GetEnvironmentVariable("WINNOW_DEBUG") is "1" or "true";

    public string DataFolder(ParseResult parsed) => Configuration.DataFolder.Resolve(parsed.GetValue(Data), Environment.GetEnvironmentVariable);

    public WinnowOptions Settings(ParseResult parsed, IReadOnlyDictionary<string, IReadOnlyList<string>> flags) =>
        SettingsReader.Read(DataFolder(parsed), Environment.GetEnvironmentVariable, flags);
}
