using System.CommandLine;
using System.CommandLine.Invocation;
using Winnow.Cli;
using Winnow.Cli.Commands;
using Winnow.Cli.Output;

// The one place where outcomes become exit codes.
using var terminal = new Terminal();
var globals = new GlobalOptions();
var parsed = CommandLine.Create(terminal, globals).Parse(args is [] ? ["--help"] : args, CommandLine.Rules);
if (parsed.Action is ParseErrorAction)
{
    // An unknown word is the cause, and what the parser misses because of it a consequence.
    var errors = parsed.UnmatchedTokens is [var unknown, ..] ? [$"'{unknown}' means nothing here."] : parsed.Errors.Select(error => error.Message);
    foreach (var error in errors)
    {
        terminal.Complain(error);
    }

    terminal.Error.WriteLine($"See: {CommandLine.PathOf(parsed.CommandResult.Command)} --help");
    return (int)ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // A commit or a flush that is under way when Ctrl-C comes may end in peace.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        Output = terminal.Out,
        Error = terminal.Error,
    });
}
catch (Exception failure)
{
    var (code, sentence) = Failure.Describe(failure);
    terminal.Complain(sentence);
    if (code != ExitCode.Interrupted && globals.Verbose(parsed))
    {
        terminal.Error.WriteLine(failure);
    }

    return (int)code;
}
