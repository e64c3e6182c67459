using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Commands;

internal sealed class SourcesAddCommand : WinnowCommand
{
    private readonly Argument<string> _kind = new("KIND") { Description = "The kind of source: arxiv, arxiv-feed, huggingface, openreview, acl, feed, semanticscholar, openalex." };
    private readonly Argument<string[]> _follows = new("WHAT") { Description = "What of it to follow, such as cs.CL; each becomes a source of its own.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _name = new("--name") { Description = "What to call it, instead of KIND:WHAT.", HelpName = "NAME" };
    private readonly Option<string?> _since = new("--since") { Description = "The first day that is wanted, where the source goes back in time.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> _every = new("--every") { Description = "How often to ask, such as 90m, 6h or 1d.", HelpName = "TIME" };

    public SourcesAddCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "add",
            "Follow a source. It is read by the next `winnow sync`, or at once by a running `winnow serve`.",
            """
            winnow sources add arxiv cs.CL cs.LG
            winnow sources add arxiv math.NA --since 2020-01-01
            winnow sources add openreview "ICLR 2026"
            winnow sources add huggingface daily
            winnow sources add feed https://example.org/feed.xml
            winnow sources add arxiv-feed cs.CL+cs.LG --every 3h --name today
            """,
            terminal,
            globals)
    {
        Add(_kind);
        Add(_follows);
        Add(_name);
        Add(_since);
        Add(_every);
        Validators.Add(result =>
        {
            if (result.GetValue(_name) is not null && result.GetValue(_follows)?.Length > 1)
            {
                result.AddError("--name names one source; add them one by one.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed));
        using var sync = new SyncParts(workspace);
        var kind = sync.Kinds.Get(parsed.GetValue(_kind)!);
        var interval = parsed.GetValue(_every) is { } every ? Interval(every) : kind.Interval;
        var since = parsed.GetValue(_since) is { } day ? Day(day) : (DateOnly?)null;
        // All are looked at before any is added.
        string[] all = [.. parsed.GetValue(_follows)!.Select(kind.Check)];
        foreach (var follows in all)
        {
            var source = new NewSource(parsed.GetValue(_name) ?? $"{kind.Kind}:{follows}", kind.Kind, follows, interval, since);
            if (await sync.Store.AddAsync(source, cancel).ConfigureAwait(false) is null)
            {
                throw new CliException(ExitCode.Usage, $"{source.Name} is followed already.");
            }

            Terminal.Out.WriteLine($"Following {source.Name}, {kind.Description}.");
        }

        return ExitCode.Done;
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new CliException(ExitCode.Usage, $"--since takes a day such as 2026-01-31, not {text}.");

    private static TimeSpan Interval(string text)
    {
        var seconds = text.Length < 2 ? 0 : text[^1] switch { 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return seconds > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000
            ? TimeSpan.FromSeconds((long)count * seconds)
            : throw new CliException(ExitCode.Usage, $"--every takes a time such as 90m, 6h or 1d, not {text}.");
    }
}
