using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsCommand : WinnowCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a collection." };

    public CollectionsCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "collections",
            "List the collections of papers, or make, fill, read and delete one.",
            """
            winnow collections
            winnow collections create "Reading group"
            winnow collections add reading-group 1706.03762 --note "Read this first."
            winnow collections show reading-group
            """,
            terminal,
            globals)
    {
        Add(_json);
        Add(new CollectionsShowCommand(terminal, globals));
        Add(new CollectionsCreateCommand(terminal, globals));
        Add(new CollectionsRenameCommand(terminal, globals));
        Add(new CollectionsAddCommand(terminal, globals));
        Add(new CollectionsRemoveCommand(terminal, globals));
        Add(new CollectionsDeleteCommand(terminal, globals));
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var all = await workspace.Collections.GetAllAsync(cancel).ConfigureAwait(false);
        foreach (var collection in all)
        {
            Terminal.Out.WriteLine(parsed.GetValue(_json)
                ? CliJson.Line(CollectionDocument.Of(collection))
                : string.Create(CultureInfo.InvariantCulture, $"{collection.Slug,-30} {collection.Papers,6:N0} papers  {Terminal.Bold(collection.Name)}"));
        }

        if (all.Count == 0)
        {
            Terminal.Error.WriteLine("There is no collection yet. Make one as in: winnow collections create \"Reading group\"");
        }

        return ExitCode.Done;
    }
}
