using System.Globalization;
using Winnow.Embeddings.Models.Downloads;

namespace Winnow.Cli.Output;

/// <summary>Tells how far a download is: one line that is rewritten for a person, a line a file in a log.</summary>
internal sealed class DownloadReport(Terminal terminal) : IProgress<DownloadProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private string? _file;
    private long _startedAt;
    private long _begunWith;
    private long _writtenAt;
    private bool _lineIsOpen;

    public void Report(DownloadProgress value)
    {
        var clock = TimeProvider.System;
        if (_file != value.File)
        {
            (_file, _startedAt, _begunWith, _writtenAt) = (value.File, clock.GetTimestamp(), value.Done, 0);
            if (!terminal.Watched)
            {
                terminal.Error.WriteLine($"fetching {value.File}");
            }
        }

        var complete = value.Done == value.Total;
        if (!terminal.Watched || (!complete && clock.GetElapsedTime(_writtenAt) < Interval))
        {
            return;
        }

        _writtenAt = clock.GetTimestamp();
        var seconds = Math.Max(0.001, clock.GetElapsedTime(_startedAt).TotalSeconds);
        var rate = (value.Done - _begunWith) / seconds;
        var of = value.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total / 1e6:N1}") : "";
        var left = value.Total is { } all && rate > 0 && !complete ? string.Create(CultureInfo.InvariantCulture, $", {(all - value.Done) / rate:N0} s left") : "";
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.File}: {value.Done / 1e6:N1}{of} MB, {rate / 1e6:N1} MB/s{left}      "));
        _lineIsOpen = true;
        if (complete)
        {
            Dispose();
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
