using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsRemoveCommand : WinnowCommand
{
    private readonly Argument<string> _collection = new("COLLECTION") { Description = "Its name, or its name in addresses, as `winnow collections` shows them." };
    private readonly Argument<string[]> _papers = new("ID") { Description = "Papers, by ids as winnow show takes them.", Arity = ArgumentArity.OneOrMore };

    public CollectionsRemoveCommand(Terminal terminal, GlobalOptions globals)
        : base("remove", "Take papers out of a collection. They stay in the library.", "winnow collections remove reading-group 1706.03762", terminal, globals)
    {
        Add(_collection);
        Add(_papers);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var collection = await NamedCollection.GetAsync(workspace.Collections, parsed.GetValue(_collection)!, cancel).ConfigureAwait(false);
        var code = ExitCode.Done;
        foreach (var name in parsed.GetValue(_papers)!)
        {
            if (await NamedPaper.FindAsync(workspace.Library, name, cancel).ConfigureAwait(false) is { } paper
                && await workspace.Collections.RemoveAsync(collection, paper.Id, cancel).ConfigureAwait(false) is { } kept)
            {
                // Its note goes with its place, so it is told once more.
                Terminal.Out.WriteLine($"{kept.Paper.Title} is out of {collection.Name}.{(kept.Note.Length > 0 ? $" Its note was: {kept.Note}" : "")}");
            }
            else
            {
                Terminal.Complain($"{name} is not in {collection.Name}.");
                code = ExitCode.Nothing;
            }
        }

        return code;
    }
}
