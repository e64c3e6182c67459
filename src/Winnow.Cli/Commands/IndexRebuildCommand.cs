using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

internal sealed class IndexRebuildCommand(Terminal terminal, GlobalOptions globals) : WinnowCommand(
    "rebuild",
    "Build the search index again from the library. Searches go on with the old one meanwhile.",
    "winnow index rebuild",
    terminal,
    globals)
{
    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var started = TimeProvider.System.GetTimestamp();
        long papers;
        using (var progress = new IndexingProgress(Terminal))
        {
            papers = await workspace.Indexer.RebuildAsync(progress, cancel).ConfigureAwait(false);
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{papers:N0} papers indexed in {seconds:0.0} s."));
        return ExitCode.Done;
    }
}
