using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

internal sealed class SourcesResumeCommand : WinnowCommand
{
    private readonly Argument<string[]> _names = new("SOURCE") { Description = "Names, as `winnow sources list` shows them.", Arity = ArgumentArity.OneOrMore };

    public SourcesResumeCommand(Terminal terminal, GlobalOptions globals)
        : base("resume", "Let a paused source go on where it was; it is due at once.", "winnow sources resume arxiv:cs.CL", terminal, globals) => Add(_names);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        var all = await workspace.Sources.GetSourcesAsync(cancel).ConfigureAwait(false);
        foreach (var source in parsed.GetValue(_names)!.Select(name => SyncCommand.Named(all, name)).ToList())
        {
            await workspace.Sources.SetPausedAsync(source.Id, paused: false, cancel).ConfigureAwait(false);
            Terminal.Out.WriteLine($"{source.Name} goes on; it is due now.");
        }

        return ExitCode.Done;
    }
}
