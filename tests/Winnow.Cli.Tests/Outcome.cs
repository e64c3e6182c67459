using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>How a command ended and what it said.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The output's lines as JSON objects.</summary>
    public IReadOnlyList<JsonElement> Objects => [.. Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    public static Outcome Of(Process process, TimeSpan patience)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The command did not end.");
        }

        // Whatever it may have started could hold them open.
        return new Outcome(process.ExitCode, output.WaitAsync(patience).GetAwaiter().GetResult(), error.WaitAsync(patience).GetAwaiter().GetResult());
    }

    /// <summary>This, if it ended with the code; else the test fails and shows what was said.</summary>
    public Outcome Ended(int code)
    {
        Assert.True(Code == code, $"Expected exit code {code}, got {Code}.\n{Error}\n{Output}");
        return this;
    }
}
