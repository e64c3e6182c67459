using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings.Batching;

namespace Winnow.Cli.Commands;

internal sealed class BatchSizeCommand : WinnowCommand
{
    private readonly Argument<string[]> _command = new("COMMAND")
    {
        Description = $"After --, a command and its arguments; {BatchCommand.Placeholder} stands for the size of the batch.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _limit = new("--limit") { Description = "The command may have this much memory at most, such as 6G or 500M; without it, what the machine and its control groups allow.", HelpName = "SIZE" };
    private readonly Option<int> _most = new("--most") { Description = "Try no batch larger than this.", HelpName = "N", DefaultValueFactory = _ => 1 << 20 };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Give up when one run takes longer than this many seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 600 };
    private readonly Option<bool> _again = new("--again") { Description = "Search even if the answer is remembered from before." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };

    public BatchSizeCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "batch-size",
            "Find the largest batch with which a command of yours fits into memory, and the fastest one, in at most five runs.",
            """
            winnow batch-size -- python train.py {batch}
            winnow batch-size --limit 6G --json -- ./embed.sh {batch}
            """,
            terminal,
            globals)
    {
        Add(_command);
        Add(_limit);
        Add(_most);
        Add(_timeout);
        Add(_again);
        Add(_json);
        Validators.Add(result =>
        {
            var words = result.GetValue(_command) ?? [];
            if (words.Length == 0)
            {
                result.AddError("Say which command to run, after --.");
            }
            else if (!words.Any(word => word.Contains(BatchCommand.Placeholder, StringComparison.Ordinal)))
            {
                result.AddError($"The command must say {BatchCommand.Placeholder} where the size of the batch belongs.");
            }

            if (result.GetResult(_limit) is not null && result.GetValue(_limit) is var limit && ByteSize.Parse(limit) is null)
            {
                result.AddError($"'{limit}' is no size of memory such as 6G or 500M.");
            }

            if ((result.GetResult(_most) is not null && result.GetValue(_most) < 1) || (result.GetResult(_timeout) is not null && result.GetValue(_timeout) < 1))
            {
                result.AddError("--most and --timeout take a number from 1 on.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var words = parsed.GetValue(_command)!;
        var limit = ByteSize.Parse(parsed.GetValue(_limit));
        var memory = new BatchMemory(Path.Combine(DataFolder(parsed), WinnowOptions.BatchSizesName));
        if (!parsed.GetValue(_again) && memory.Find(words, limit) is { } known)
        {
            Write(parsed, new BatchSizeReport(known.Largest, known.Fastest, Math.Round(known.FastestRate, 3), known.FoundAt, []));
            return ExitCode.Done;
        }

        foreach (var one in MachineMemory.Limits())
        {
            Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ByteSize.Text(one.Bytes)} {one.Name}"));
        }

        var finder = new BatchCommand(words, limit, TimeSpan.FromSeconds(parsed.GetValue(_timeout)), TimeProvider.System);
        var found = await FindAsync(finder, parsed.GetValue(_most), cancel).ConfigureAwait(false);
        if (found.Largest == 0)
        {
            Terminal.Complain("Not even a batch of 1 fits into memory.");
            return ExitCode.Nothing;
        }

        var now = TimeProvider.System.GetUtcNow();
        memory.Keep(words, limit, new RememberedBatch(string.Join(' ', words), found.Largest, found.Fastest, found.FastestRate, now));
        Write(parsed, new BatchSizeReport(
            found.Largest,
            found.Fastest,
            Math.Round(found.FastestRate, 3),
            null,
            [.. found.Probes.Select(probe => new BatchRun(probe.Batch, probe.Fits, Math.Round(probe.Seconds, 3), probe.Fits ? Math.Round(probe.Shares.DefaultIfEmpty(0).Max(), 4) : null))]));
        return ExitCode.Done;
    }

    private async Task<BatchFinding> FindAsync(BatchCommand finder, int most, CancellationToken cancel)
    {
        try
        {
            return await finder.FindAsync(most, new Runs(Terminal), cancel).ConfigureAwait(false);
        }
        catch (BatchCommandException unusable)
        {
            if (unusable.Said.Trim() is { Length: > 0 } said)
            {
                Terminal.Error.WriteLine(said);
            }

            throw new CliException(ExitCode.BadInput, unusable.Message, unusable);
        }
    }

    private void Write(ParseResult parsed, BatchSizeReport report)
    {
        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(report));
            return;
        }

        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Largest batch that fits: {report.Largest}"));
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fastest batch: {report.Fastest} ({report.FastestRate:0.##} a second, start included)"));
        if (report.RememberedFrom is { } day)
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Found on {day:yyyy-MM-dd}; --again searches anew."));
        }
    }

    /// <summary>A line for each run, when it has ended.</summary>
    private sealed class Runs(Terminal terminal) : IProgress<BatchProbe>
    {
        public void Report(BatchProbe value) => terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"batch {value.Batch}: {(value.Fits ? $"fits, {Math.Round(100 * value.Shares.DefaultIfEmpty(0).Max())} % of the memory, {value.Rate.ToString("0.##", CultureInfo.InvariantCulture)} a second" : "does not fit")}"));
    }
}
