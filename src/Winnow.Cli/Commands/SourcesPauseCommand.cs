using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

internal sealed class SourcesPauseCommand : WinnowCommand
{
    private readonly Argument<string[]> _names = new("SOURCE") { Description = "Names, as `winnow sources list` shows them.", Arity = ArgumentArity.OneOrMore };

    public SourcesPauseCommand(Terminal terminal, GlobalOptions globals)
        : base("pause", "Leave a source alone until it is resumed; a run of it ends after its present page.", "winnow sources pause arxiv:cs.CL", terminal, globals) => Add(_names);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        var all = await workspace.Sources.GetSourcesAsync(cancel).ConfigureAwait(false);
        foreach (var source in parsed.GetValue(_names)!.Select(name => SyncCommand.Named(all, name)).ToList())
        {
            await workspace.Sources.SetPausedAsync(source.Id, paused: true, cancel).ConfigureAwait(false);
            Terminal.Out.WriteLine($"{source.Name} is paused.");
        }

        return ExitCode.Done;
    }
}
