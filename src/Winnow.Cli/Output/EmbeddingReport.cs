using System.Globalization;
using Winnow.Search.Meaning;

namespace Winnow.Cli.Output;

/// <summary>Tells a person how far embedding has got, on one line that is rewritten; a log gets nothing of it.</summary>
/// <param name="terminal">Where.</param>
/// <param name="leastPapers">Papers before it is worth a line.</param>
internal sealed class EmbeddingReport(Terminal terminal, int leastPapers = 5000) : IProgress<EmbeddingProgress>, IDisposable
{
    private bool _lineIsOpen;

    public void Report(EmbeddingProgress value)
    {
        if (terminal.Watched && value.Embedded >= leastPapers)
        {
            var left = value.TimeLeft is { TotalSeconds: > 1 } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:0} s left") : "";
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Covered:N0} of {value.Papers:N0} papers embedded{left}   "));
            _lineIsOpen = true;
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
