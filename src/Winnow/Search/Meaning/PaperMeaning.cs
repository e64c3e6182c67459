using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>
/// The meaning of a library's papers: the model that was chosen and, until that one covers what another already covers, the one before it. Replacing a model is
/// therefore neither an outage nor a wait: searches go on with the old vectors, new papers get both, and the chosen model takes over when it knows as many papers.
/// </summary>
public sealed class PaperMeaning : IDisposable
{
    /// <summary>Of the papers that another model knows; the few that are missing are estimated.</summary>
    private const double JoiningShare = 0.95;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    private readonly IPaperLibrary _library;
    private readonly PaperVectors[] _vectors;
    private readonly TimeProvider _clock;

    /// <param name="library">Whose papers.</param>
    /// <param name="folder">The folder of all models' vectors.</param>
    /// <param name="models">The chosen model first; after it those that may stand in for it, the fastest last.</param>
    /// <param name="clock">Paces everything.</param>
    public PaperMeaning(IPaperLibrary library, string folder, IReadOnlyList<EmbeddingModel> models, TimeProvider clock)
    {
        (_library, _clock) = (library, clock);
        _vectors = [.. models.Select(model => PaperVectors.Open(folder, model, clock))];
    }

    /// <summary>The vectors that answer now: the chosen model's once they cover as many papers as any other's.</summary>
    public PaperVectors Answering => _vectors.MaxBy(v => v.Papers)!;

    /// <summary>In which order they are asked: a model that fails, such as an endpoint that is gone, has the next one answer.</summary>
    internal IEnumerable<PaperVectors> InTurn => _vectors.OrderByDescending(v => v.Papers);

    /// <summary>Those that rank together, the one that knows most papers first: where models differ in kind, both find more than either, whatever their sizes.</summary>
    public IReadOnlyList<PaperVectors> Together
    {
        get
        {
            var first = Answering;
            return [first, .. _vectors.Where(vectors => vectors != first && RankTogether(first, vectors))];
        }
    }

    /// <summary>All models' vectors, in the order in which they were given.</summary>
    public IReadOnlyList<PaperVectors> All => _vectors;

    /// <summary>Whether the second knows nearly as many papers as the first.</summary>
    internal static bool RankTogether(PaperVectors first, PaperVectors second) => second.Papers > 0 && second.Papers >= first.Papers * JoiningShare;

    /// <summary>The chosen model's vectors.</summary>
    public PaperVectors Chosen => _vectors[0];

    /// <summary>
    /// Embeds and follows the library until cancelled: each stand-in as long as the chosen model is not complete, so that new papers are found by meaning
    /// throughout; the last, which is the fastest, for good, because it costs next to nothing and ranks together with the chosen one.
    /// </summary>
    public async Task FollowAsync(TimeSpan pause, IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        using var complete = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var standIns = _vectors.Skip(1).Select(v => new PaperEmbedder(_library, v, _clock).FollowAsync(pause, null, v == _vectors[^1] ? cancel : complete.Token)).ToList();
        await CompleteAsync(progress, cancel);
        await complete.CancelAsync();
        await Task.WhenAll([.. standIns, new PaperEmbedder(_library, Chosen, _clock).FollowAsync(pause, progress, cancel)]);
    }

    /// <summary>Embeds with the chosen model until it knows all papers, however often it fails on the way.</summary>
    private async Task CompleteAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(progress, cancel);
                return;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Every commit is complete; the next run goes on from there.
            }
            catch (IOException failure)
            {
                progress?.Report(new EmbeddingProgress(0, Chosen.Papers, Chosen.Papers, null, failure.Message));
                await Task.Delay(RetryInterval, _clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Embeds with the chosen model what it has not seen.</summary>
    /// <returns>False when another process is at it.</returns>
    public Task<bool> CatchUpAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancel) =>
        new PaperEmbedder(_library, Chosen, _clock).CatchUpAsync(progress, cancel);

    public void Dispose() => Array.ForEach(_vectors, v => v.Dispose());
}
