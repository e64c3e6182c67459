using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Winnow.Cli.Commands;

/// <summary>The usual help, then what a newcomer would type.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string First = """
        Examples:
          winnow serve                            start, with a sample catalogue, at http://127.0.0.1:5170
          winnow import papers/ library.bib       add your own papers
          winnow search speech without labels     ask in your own words

        Exit codes:
          0 done   1 nothing found, or a problem found   2 wrong command line or setting   3 input that cannot be read
          4 library, index, disk or port cannot be used   70 a mistake in Winnow   130 interrupted

        """;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is WinnowCommand { Examples: var examples })
        {
            output.WriteLine("Examples:");
            foreach (var line in examples.AsSpan().EnumerateLines())
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }
        else if (parseResult.CommandResult.Command is RootCommand)
        {
            output.Write(First);
        }

        return code;
    }
}
