using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsCreateCommand : WinnowCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What to call it." };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for.", HelpName = "TEXT" };
    private readonly Option<bool> _json = new("--json") { Description = "The new collection as one JSON object." };

    public CollectionsCreateCommand(Terminal terminal, GlobalOptions globals)
        : base("create", "Make an empty collection.", "winnow collections create \"Reading group\" --description \"What we read on Thursdays\"", terminal, globals)
    {
        Add(_name);
        Add(_description);
        Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        var made = await workspace.Collections.CreateAsync(parsed.GetValue(_name)!, parsed.GetValue(_description) ?? "", cancel).ConfigureAwait(false);
        Terminal.Out.WriteLine(parsed.GetValue(_json)
            ? CliJson.Line(CollectionDocument.Of(made))
            : $"Made {made.Name}. Add papers as in: winnow collections add {made.Slug} 1706.03762");
        return ExitCode.Done;
    }
}
