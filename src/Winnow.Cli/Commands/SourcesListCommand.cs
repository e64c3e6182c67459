using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Commands;

internal sealed class SourcesListCommand : WinnowCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a source." };

    public SourcesListCommand(Terminal terminal, GlobalOptions globals)
        : base("list", "Say which sources are followed, when each is due, and what is wrong with it.", "winnow sources list", terminal, globals) => Add(_json);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        return await WriteAsync(workspace.Sources, Terminal, parsed.GetValue(_json), cancel).ConfigureAwait(false);
    }

    internal static async Task<ExitCode> WriteAsync(ISyncStore store, Terminal terminal, bool json, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sources = await store.GetSourcesAsync(cancel).ConfigureAwait(false);
        var runs = await store.GetLastRunsAsync(cancel).ConfigureAwait(false);
        foreach (var source in sources)
        {
            var document = SourceDocument.Of(source, runs.GetValueOrDefault(source.Id), now);
            terminal.Out.WriteLine(json ? CliJson.Line(document) : SyncText.Of(document, now));
        }

        if (sources.Count == 0)
        {
            terminal.Error.WriteLine("No source is followed yet. Follow one as in: winnow sources add arxiv cs.CL");
        }

        return ExitCode.Done;
    }
}
