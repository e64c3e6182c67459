using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>
/// The meaning of a library's papers: the model that was chosen and, until that one covers what another already covers, the one before it. Replacing a model is
/// therefore neither an outage nor a wait: searches go on with the old vectors, new papers get both, and the chosen model takes over when it knows as many papers.
/// </summary>
public sealed class PaperMeaning : IDisposable
{
    /// <summary>Of the papers that are searched; the few that are missing are estimated. With a half, nDCG@10 was 0.23 where words alone reached 0.29 (<c>docs/models.md</c>).</summary>
    private const double JoiningShare = 0.95;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a search takes, a slow endpoint's included: one that began with the models before ends with them.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly IPaperLibrary _library;
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private volatile Term _term;

    /// <param name="library">Whose papers.</param>
    /// <param name="folder">The folder of all models' vectors.</param>
    /// <param name="models">The chosen model first; after it those that may stand in for it, the fastest last.</param>
    /// <param name="clock">Paces everything.</param>
    public PaperMeaning(IPaperLibrary library, string folder, IReadOnlyList<EmbeddingModel> models, TimeProvider clock)
    {
        (_library, _folder, _clock) = (library, folder, clock);
        _term = Open(models);
    }

    /// <summary>The vectors that answer now: the chosen model's once they cover as many papers as any other's.</summary>
    public PaperVectors Answering => Current.MaxBy(v => v.Papers)!;

    /// <summary>In which order they are asked where each can answer alone: a model that fails, such as an endpoint that is gone, has the next one answer.</summary>
    internal IReadOnlyList<PaperVectors> InTurn => [.. Current.OrderByDescending(v => v.Papers)];

    /// <summary>
    /// The vectors that rank together among so many papers, the most complete first. Where models differ in kind, both find more than either, whatever their sizes. One that knows
    /// only a part of the papers puts these before all others, and finds less than words do: so it waits, and what a lost model left helps out.
    /// </summary>
    /// <param name="papers">Papers that are searched.</param>
    /// <returns>Empty when words alone should rank.</returns>
    public IReadOnlyList<PaperVectors> Ranking(long papers)
    {
        var term = _term;
        PaperVectors[] complete = [.. term.Vectors.Where(vectors => IsEnough(vectors.Papers, papers)).OrderByDescending(vectors => vectors.Papers)];
        if (complete.Length > 0)
        {
            return complete;
        }

        return term.Lost is { } lost && IsEnough(lost.Papers, papers) && term.Vectors.FirstOrDefault(one => one.Model.Name == lost.Model.TranslatedFrom) is { } asker ? [lost, asker] : [];
    }

    /// <summary>Whether a model's vocabulary has the word whole.</summary>
    internal bool KnowsWord(string word) => Current.Any(vectors => vectors.Model.KnowsWord(word));

    /// <summary>Whether a model that knows so many papers ranks among all of them.</summary>
    public static bool IsEnough(long known, long papers) => known > 0 && known >= papers * JoiningShare;

    /// <summary>Whether one of the models that are here does.</summary>
    public bool KnowsEnough(long papers) => Current.Any(vectors => IsEnough(vectors.Papers, papers));

    /// <summary>
    /// Has the vectors that a lost model left searched, as long as none of the models here knows nearly all papers, and together with the model whose questions are
    /// translated.
    /// </summary>
    /// <param name="lost">Translates; no paper gets a vector of it.</param>
    public void Lend(EmbeddingModel lost) => _term.Lost = PaperVectors.Open(_folder, lost, _clock);

    /// <summary>All models' vectors, in the order in which they were given.</summary>
    public IReadOnlyList<PaperVectors> All => Current;

    /// <summary>Whether the second knows nearly as many papers as the first.</summary>
    internal static bool RankTogether(PaperVectors first, PaperVectors second) => second.Papers > 0 && second.Papers >= first.Papers * JoiningShare;

    /// <summary>The chosen model's vectors.</summary>
    public PaperVectors Chosen => Current[0];

    /// <summary>The model that embeds a handful of texts while somebody waits.</summary>
    public EmbeddingModel Fastest => Current[^1].Model;

    private PaperVectors[] Current => _term.Vectors;

    /// <summary>
    /// Embeds and follows the library until cancelled: each stand-in as long as the chosen model is not complete, so that new papers are found by meaning
    /// throughout; the last, which is the fastest, for good, because it costs next to nothing and ranks together with the chosen one.
    /// </summary>
    public async Task FollowAsync(TimeSpan pause, IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var term = _term;
            using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel, term.Ended.Token);
            await FollowAsync(term.Vectors, pause, progress, until.Token);
        }
    }

    /// <summary>
    /// Takes other models, as the constructor does, while searches and <see cref="FollowAsync(TimeSpan, IProgress{EmbeddingProgress}?, CancellationToken)"/> go on: those that began before end with the
    /// models before.
    /// </summary>
    /// <returns>Completes when nobody asks the models before any more, and they may be closed.</returns>
    public async Task ReplaceAsync(IReadOnlyList<EmbeddingModel> models, CancellationToken cancel)
    {
        var before = Interlocked.Exchange(ref _term, Open(models));
        await before.Ended.CancelAsync();
        await Task.Delay(Grace, _clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        before.Dispose();
    }

    private async Task FollowAsync(PaperVectors[] all, TimeSpan pause, IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        using var complete = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var standIns = all.Skip(1).Select(v => new PaperEmbedder(_library, v, _clock).FollowAsync(pause, null, v == all[^1] ? cancel : complete.Token)).ToList();
        await CompleteAsync(all[0], progress, cancel);
        await complete.CancelAsync();
        await Task.WhenAll([.. standIns, new PaperEmbedder(_library, all[0], _clock).FollowAsync(pause, progress, cancel)]);
    }

    /// <summary>Embeds with the chosen model until it knows all papers, however often it fails on the way.</summary>
    private async Task CompleteAsync(PaperVectors chosen, IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await new PaperEmbedder(_library, chosen, _clock).CatchUpAsync(progress, cancel);
                return;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Every commit is complete; the next run goes on from there.
            }
            catch (IOException failure)
            {
                progress?.Report(new EmbeddingProgress(0, chosen.Papers, chosen.Papers, null, failure.Message));
                await Task.Delay(RetryInterval, _clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Embeds with the chosen model what it has not seen.</summary>
    /// <returns>False when another process is at it.</returns>
    public Task<bool> CatchUpAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancel) =>
        new PaperEmbedder(_library, Chosen, _clock).CatchUpAsync(progress, cancel);

    public void Dispose() => _term.Dispose();

    private Term Open(IReadOnlyList<EmbeddingModel> models) => new([.. models.Select(model => PaperVectors.Open(_folder, model, _clock))]);

    /// <summary>The models that answer together until others are chosen.</summary>
    private sealed class Term(PaperVectors[] vectors) : IDisposable
    {
        internal PaperVectors[] Vectors => vectors;

        /// <summary>What a lost model left; null as long as nobody needs it.</summary>
        internal PaperVectors? Lost { get; set; }

        /// <summary>Cancelled when others have taken their place.</summary>
        internal CancellationTokenSource Ended { get; } = new();

        public void Dispose()
        {
            Array.ForEach(vectors, one => one.Dispose());
            Lost?.Dispose();
            Ended.Dispose();
        }
    }
}
