using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsAddCommand : WinnowCommand
{
    private readonly Argument<string> _collection = new("COLLECTION") { Description = "Its name, or its name in addresses, as `winnow collections` shows them." };
    private readonly Argument<string[]> _papers = new("ID") { Description = "Papers, by ids as winnow show takes them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _note = new("--note") { Description = "What to note of them.", HelpName = "TEXT" };

    public CollectionsAddCommand(Terminal terminal, GlobalOptions globals)
        : base("add", "Put papers into a collection.", "winnow collections add reading-group 1706.03762 --note \"Read this first.\"", terminal, globals)
    {
        Add(_collection);
        Add(_papers);
        Add(_note);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var collection = await NamedCollection.GetAsync(workspace.Collections, parsed.GetValue(_collection)!, cancel).ConfigureAwait(false);
        var code = ExitCode.Done;
        foreach (var name in parsed.GetValue(_papers)!)
        {
            if (await NamedPaper.FindAsync(workspace.Library, name, cancel).ConfigureAwait(false) is not { } paper)
            {
                Terminal.Complain($"The library has no paper {name}, so it was left out.");
                code = ExitCode.Nothing;
            }
            else if (await workspace.Collections.KeepAsync(collection, paper.Id, parsed.GetValue(_note) ?? "", cancel).ConfigureAwait(false))
            {
                collection = collection with { Papers = collection.Papers + 1 };
                Terminal.Out.WriteLine($"{paper.Title} is in {collection.Name} now.");
            }
            else
            {
                Terminal.Out.WriteLine($"{paper.Title} was in {collection.Name} already.");
            }
        }

        return code;
    }
}
