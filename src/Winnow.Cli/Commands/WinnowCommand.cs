using System.CommandLine;
using Winnow.Cli.Output;
using Winnow.Configuration;

namespace Winnow.Cli.Commands;

/// <summary>One verb of the command line.</summary>
internal abstract class WinnowCommand : Command
{
    private readonly GlobalOptions _globals;

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="examples">Command lines that a newcomer can copy.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="globals">The options that every verb has.</param>
    protected WinnowCommand(string name, string description, string examples, Terminal terminal, GlobalOptions globals)
        : base(name, description)
    {
        _globals = globals;
        Examples = examples;
        Terminal = terminal;
        SetAction(async (parsed, cancel) => (int)await RunAsync(parsed, cancel).ConfigureAwait(false));
    }

    public string Examples { get; }

    protected Terminal Terminal { get; }

    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel);

    /// <summary>The settings, with those flags of this verb that are settings too, by their key.</summary>
    protected WinnowOptions Settings(ParseResult parsed, IReadOnlyDictionary<string, IReadOnlyList<string>>? flags = null) =>
        _globals.Settings(parsed, flags ?? new Dictionary<string, IReadOnlyList<string>>());

    protected string DataFolder(ParseResult parsed) => _globals.DataFolder(parsed);
}
