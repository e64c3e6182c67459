using System.Globalization;
using Spectre.Console;
using Winnow.Sources.Importing;

namespace Winnow.Cli.Output;

/// <summary>Shows how far an import is: a bar for a person, a line now and then for a log.</summary>
internal static class ImportingProgress
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    public static async Task<ImportResult> RunAsync(Terminal terminal, Func<IProgress<ImportProgress>, Task<ImportResult>> import)
    {
        if (!terminal.Watched)
        {
            var next = LogInterval;
            return await import(new Reporter(progress =>
            {
                if (progress.Elapsed >= next)
                {
                    next = progress.Elapsed + LogInterval;
                    terminal.Error.WriteLine(Describe(progress));
                }
            })).ConfigureAwait(false);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("reading", maxValue: 1);
                bar.IsIndeterminate = true;
                return import(new Reporter(progress =>
                {
                    bar.IsIndeterminate = progress.Fraction is null;
                    bar.Value = progress.Fraction ?? 0;
                    bar.Description = Markup.Escape(Describe(progress));
                }));
            }).ConfigureAwait(false);
    }

    private static string Describe(ImportProgress progress)
    {
        var left = progress.TimeLeft is { } time ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(time.TotalSeconds):N0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Counts.Read:N0} records, {progress.RecordsPerSecond:N0}/s{left}");
    }

    /// <summary>Calls on the spot: <see cref="Progress{T}"/> would call later and out of order.</summary>
    private sealed class Reporter(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
