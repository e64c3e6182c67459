using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsDeleteCommand : WinnowCommand
{
    private readonly Argument<string> _collection = new("COLLECTION") { Description = "Its name, or its name in addresses, as `winnow collections` shows them." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Also when there are papers in it." };

    public CollectionsDeleteCommand(Terminal terminal, GlobalOptions globals)
        : base("delete", "Delete a collection with its notes. Its papers stay in the library.", "winnow collections delete reading-group --yes", terminal, globals)
    {
        Add(_collection);
        Add(_yes);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var collection = await NamedCollection.GetAsync(workspace.Collections, parsed.GetValue(_collection)!, cancel).ConfigureAwait(false);
        if (collection.Papers > 0 && !parsed.GetValue(_yes))
        {
            throw new CliException(
                ExitCode.Usage,
                string.Create(CultureInfo.InvariantCulture, $"{collection.Name} has {collection.Papers:N0} papers, and what was noted of them would be lost. To delete it all the same: winnow collections delete {collection.Slug} --yes"));
        }

        await workspace.Collections.DeleteAsync(collection, cancel).ConfigureAwait(false);
        Terminal.Out.WriteLine($"{collection.Name} is deleted; its papers stay in the library.");
        return ExitCode.Done;
    }
}
