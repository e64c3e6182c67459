using Winnow.Search.Meaning;

namespace Winnow.Cli.Output;

/// <summary>Passes progress on, and tells a server's log each new reason why embedding stands still, once.</summary>
internal sealed class EmbeddingTroubles(Terminal terminal, IProgress<EmbeddingProgress> next) : IProgress<EmbeddingProgress>
{
    private string? _told;

    public void Report(EmbeddingProgress value)
    {
        next.Report(value);
        if (value.Trouble is { } trouble && trouble != _told)
        {
            terminal.Error.WriteLine(trouble);
            _told = trouble;
        }
    }
}
