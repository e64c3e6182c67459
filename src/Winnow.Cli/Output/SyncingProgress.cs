using Winnow.Sources.Syncing;

namespace Winnow.Cli.Output;

/// <summary>Tells a person how far a source's run is: one line that is rewritten on a terminal, a line now and then in a log.</summary>
internal sealed class SyncingProgress(Terminal terminal) : IProgress<SyncProgress>, IDisposable
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(30);

    private TimeSpan _logged;
    private int _width;

    public void Report(SyncProgress value)
    {
        var line = SyncText.Of(value);
        if (terminal.Watched)
        {
            terminal.Error.Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
        else if (value.Elapsed - _logged >= LogInterval)
        {
            _logged = value.Elapsed;
            terminal.Error.WriteLine(line);
        }
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            terminal.Error.Write($"\r{new string(' ', _width)}\r");
        }
    }
}
