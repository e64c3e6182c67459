using System.Globalization;
using Winnow.Search.Indexing;

namespace Winnow.Cli.Output;

/// <summary>Tells a person how far what follows the library has got: one line that is rewritten on a terminal, and only notes in a log.</summary>
internal sealed class IndexingProgress(Terminal terminal, string done = "indexed") : IProgress<IndexProgress>, IDisposable
{
    private const int PapersBeforeItIsWorthALine = 5000;

    private bool _lineIsOpen;

    public void Report(IndexProgress value)
    {
        if (value.Note is { } note)
        {
            CloseLine();
            terminal.Error.WriteLine(note);
        }
        else if (terminal.Watched && value.Papers >= PapersBeforeItIsWorthALine)
        {
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Papers:N0} papers {done}"));
            _lineIsOpen = true;
        }
    }

    public void Dispose() => CloseLine();

    private void CloseLine()
    {
        if (_lineIsOpen)
        {
            terminal.Error.WriteLine();
            _lineIsOpen = false;
        }
    }
}
