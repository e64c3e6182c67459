using System.Diagnostics;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>The real executable with a data folder of its own. What a test does not set, the environment of the test run cannot change.</summary>
internal sealed class WinnowExecutable : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<Process> _started = [];

    /// <summary>A folder for input files; the data folder is in it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("winnow-cli-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public Dictionary<string, string> Environment { get; } = new() { ["WINNOW_URLS"] = "http://127.0.0.1:0" };

    /// <summary>Built beside these tests, in the same configuration.</summary>
    public static string ProgramPath { get; } = FindProgram();

    /// <summary>The file of the model that ships.</summary>
    public static string ShippedModel { get; } =
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ProgramPath)!, "Static"), "winnow-static-*.bin").Order(StringComparer.Ordinal).Last();

    /// <summary>Runs a command to its end.</summary>
    public Outcome Run(params string[] arguments) => RunWithInput("", arguments);

    public Outcome RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Outcome.Of(process, Patience);
    }

    /// <summary>Starts a command and leaves it running; it is killed with the test at the latest.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramPath, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("WINNOW_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["WINNOW_DATA"] = Data;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _started.Add(process);
        try
        {
            // A handle of our own: a test that disposes of its process does not end it.
            _started.Add(Process.GetProcessById(process.Id));
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        return process;
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // It has ended, or the test has disposed of this handle.
            }

            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string FindProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(own.Parent!.Parent!.FullName, "Winnow.Cli", own.Name, OperatingSystem.IsWindows() ? "winnow.exe" : "winnow");
        Assert.True(File.Exists(path), $"{path} has not been built.");
        return path;
    }
}
