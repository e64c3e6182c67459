using System.Globalization;
using Winnow.Search.Meaning;

namespace Winnow.Cli.Output;

/// <summary>Tells how far embedding has got: one line that is rewritten for a person, one now and then in a log.</summary>
/// <param name="terminal">Where.</param>
/// <param name="leastPapers">Papers before it is worth a line.</param>
internal sealed class EmbeddingReport(Terminal terminal, int leastPapers = 5000) : IProgress<EmbeddingProgress>, IDisposable
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(30);

    private long _loggedAt = TimeProvider.System.GetTimestamp();
    private bool _lineIsOpen;

    public void Report(EmbeddingProgress value)
    {
        var left = value.TimeLeft is { TotalSeconds: > 1 } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:0} s left") : "";
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Covered:N0} of {value.Papers:N0} papers embedded{left}");
        if (terminal.Watched && value.Embedded >= leastPapers)
        {
            terminal.Error.Write($"\r{line}   ");
            _lineIsOpen = true;
        }
        else if (!terminal.Watched && TimeProvider.System.GetElapsedTime(_loggedAt) >= LogInterval)
        {
            _loggedAt = TimeProvider.System.GetTimestamp();
            terminal.Error.WriteLine(line);
        }
    }

    public void Dispose()
    {
        if (_lineIsOpen)
        {
            terminal.Error.WriteLine();
            _lineIsOpen = false;
        }
    }
}
