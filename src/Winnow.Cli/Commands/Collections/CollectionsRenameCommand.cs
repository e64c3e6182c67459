using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsRenameCommand : WinnowCommand
{
    private readonly Argument<string> _collection = new("COLLECTION") { Description = "Its name, or its name in addresses, as `winnow collections` shows them." };
    private readonly Argument<string> _name = new("NAME") { Description = "What to call it from now on." };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for, instead of what was said before.", HelpName = "TEXT" };

    public CollectionsRenameCommand(Terminal terminal, GlobalOptions globals)
        : base("rename", "Name a collection anew. Its address and its feed stay.", "winnow collections rename reading-group \"Reading group, autumn\"", terminal, globals)
    {
        Add(_collection);
        Add(_name);
        Add(_description);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var collection = await NamedCollection.GetAsync(workspace.Collections, parsed.GetValue(_collection)!, cancel).ConfigureAwait(false);
        await workspace.Collections.DescribeAsync(collection, parsed.GetValue(_name)!, parsed.GetValue(_description) ?? collection.Description, cancel).ConfigureAwait(false);
        Terminal.Out.WriteLine($"{collection.Name} is called {parsed.GetValue(_name)} now.");
        return ExitCode.Done;
    }
}
