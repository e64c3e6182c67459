using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

internal sealed class SourcesRemoveCommand : WinnowCommand
{
    private readonly Argument<string[]> _names = new("SOURCE") { Description = "Names, as `winnow sources list` shows them.", Arity = ArgumentArity.OneOrMore };

    public SourcesRemoveCommand(Terminal terminal, GlobalOptions globals)
        : base("remove", "Follow a source no longer. Its papers stay in the library.", "winnow sources remove arxiv:cs.CL", terminal, globals) => Add(_names);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        var all = await workspace.Sources.GetSourcesAsync(cancel).ConfigureAwait(false);
        foreach (var source in parsed.GetValue(_names)!.Select(name => SyncCommand.Named(all, name)).ToList())
        {
            await workspace.Sources.RemoveAsync(source.Id, cancel).ConfigureAwait(false);
            Terminal.Out.WriteLine($"{source.Name} is followed no longer; its papers stay.");
        }

        return ExitCode.Done;
    }
}
