namespace Winnow.Search.Meaning;

/// <summary>How far the embedding that runs in this process has come, for whoever wants to show it.</summary>
public sealed class EmbeddingStatus(TimeProvider clock) : IProgress<EmbeddingProgress>
{
    /// <summary>A report that is older says nothing of now: a run that has ended reports no more.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private volatile Reported? _last;

    /// <summary>The newest report; null while nothing is being embedded.</summary>
    public EmbeddingProgress? Running =>
        _last is { Progress.Trouble: null } last && last.Progress.Covered < last.Progress.Papers && clock.GetElapsedTime(last.At) < Lifetime ? last.Progress : null;

    /// <summary>Why embedding stands still; null while it goes on or is done.</summary>
    public string? Trouble => _last is { } last && clock.GetElapsedTime(last.At) < Lifetime ? last.Progress.Trouble : null;

    public void Report(EmbeddingProgress value) => _last = new Reported(value, clock.GetTimestamp());

    private sealed record Reported(EmbeddingProgress Progress, long At);
}
