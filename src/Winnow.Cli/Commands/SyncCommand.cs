using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Commands;

internal sealed class SyncCommand : WinnowCommand
{
    private readonly Argument<string[]> _names = new("SOURCE") { Description = "Only these, due or not, paused or not.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _now = new("--now") { Description = "All that are not paused, due or not." };
    private readonly Option<bool> _list = new("--list") { Description = "Read nothing; say which sources there are and when each is due." };
    private readonly BatchOption _batch = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a source." };

    public SyncCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "sync",
            "Read what is new at the sources that the library follows. Interrupted, run it again: it goes on where it was.",
            """
            winnow sync
            winnow sync arxiv:cs.CL
            winnow sync --now --json
            """,
            terminal,
            globals)
    {
        Add(_names);
        Add(_now);
        Add(_list);
        Add(_batch);
        Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed, _batch.Flags(parsed)));
        using var sync = new SyncParts(workspace);
        var json = parsed.GetValue(_json);
        if (parsed.GetValue(_list))
        {
            return await SourcesListCommand.WriteAsync(sync.Store, Terminal, json, cancel).ConfigureAwait(false);
        }

        var names = parsed.GetValue(_names)!;
        var all = await sync.Store.GetSourcesAsync(cancel).ConfigureAwait(false);
        if (all.Count == 0 && names.Length == 0)
        {
            Terminal.Error.WriteLine("No source is followed yet. Follow one as in: winnow sources add arxiv cs.CL");
            return ExitCode.Done;
        }

        var now = TimeProvider.System.GetUtcNow();
        IReadOnlyList<FollowedSource> chosen = names.Length > 0 ? [.. names.Select(name => Named(all, name))]
            : [.. all.Where(source => parsed.GetValue(_now) ? !source.Paused : source.IsDue(now))];
        if (chosen.Count == 0)
        {
            Terminal.Error.WriteLine("No source is due. To read them all the same: winnow sync --now");
        }

        var allRead = await RunAsync(sync.Engine, chosen, json, cancel).ConfigureAwait(false);
        await workspace.CatchUpAsync(Terminal, cancel).ConfigureAwait(false);
        return allRead ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <exception cref="CliException">There is no such source.</exception>
    internal static FollowedSource Named(IReadOnlyList<FollowedSource> all, string name) =>
        all.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new CliException(
            ExitCode.Usage,
            all.Count == 0
                ? "No source is followed yet. Follow one as in: winnow sources add arxiv cs.CL"
                : $"No source is called {name}; there are {string.Join(", ", all.Select(source => source.Name))}.");

    /// <returns>Whether every source was read to its end.</returns>
    private async Task<bool> RunAsync(SyncEngine engine, IReadOnlyList<FollowedSource> sources, bool json, CancellationToken cancel)
    {
        var allRead = true;
        foreach (var source in sources)
        {
            SyncResult result;
            using (var progress = new SyncingProgress(Terminal))
            {
                result = await engine.RunAsync(source, progress, cancel).ConfigureAwait(false);
            }

            allRead &= result.State == SyncRunState.Finished;
            Terminal.Out.WriteLine(json ? CliJson.Line(SyncReport.Of(result)) : SyncText.Of(result));
            if (!json && result.Rejections is { } file)
            {
                Terminal.Out.WriteLine($"Why some were rejected: {file}");
            }

            if (!json && result is { State: SyncRunState.Finished, Message: { } note })
            {
                Terminal.Out.WriteLine(note);
            }

            Terminal.Out.Flush();
        }

        return allRead;
    }
}
