using System.Globalization;
using Winnow.Embeddings.Fitting;

namespace Winnow.Cli.Output;

/// <summary>Tells how far a fit is: one line that is rewritten for a person, one at every tenth in a log.</summary>
internal sealed class FittingReport(Terminal terminal) : IProgress<FittingProgress>, IDisposable
{
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private int _tenths;
    private bool _lineIsOpen;

    public void Report(FittingProgress value)
    {
        var left = TimeProvider.System.GetElapsedTime(_startedAt).TotalSeconds * (1 - value.Share) / value.Share;
        var line = string.Create(CultureInfo.InvariantCulture, $"fitting: {value.Share * 100:0} %, loss {value.Loss:0.000}, {left:N0} s left");
        if (terminal.Watched)
        {
            terminal.Error.Write($"\r{line}    ");
            _lineIsOpen = true;
        }
        else if ((int)(value.Share * 10) > _tenths)
        {
            _tenths = (int)(value.Share * 10);
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
