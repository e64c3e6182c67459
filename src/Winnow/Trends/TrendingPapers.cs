using Winnow.Papers;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;

namespace Winnow.Trends;

/// <summary>Lists trending papers and says why they are, and takes the votes and visits of readers. Thread-safe; one for a library.</summary>
/// <param name="library">The papers.</param>
/// <param name="store">What happened to them; somebody (<see cref="TrendUpdater"/>) keeps its trends up to date.</param>
/// <param name="clock">Says what now is.</param>
public sealed class TrendingPapers(IPaperLibrary library, ISignalStore store, TimeProvider clock)
{
    public const int MaxLimit = 200;

    /// <summary>Further than anyone pages.</summary>
    public const int MaxOffset = 10_000;

    private const int Facets = 50;
    private const int ChangesAtOnce = 20_000;

    private readonly TrendTable _table = new();

    /// <summary>One page of a list. Takes the time of one pass over all trends and of looking up the page's papers.</summary>
    public async Task<TrendingPage> GetAsync(TrendingRequest request, CancellationToken cancel)
    {
        await RefreshAsync(cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var bounded = request with { Offset = Math.Clamp(request.Offset, 0, MaxOffset), Limit = Math.Clamp(request.Limit, 0, MaxLimit) };
        var list = _table.Top(bounded, now, Facets);
        return new TrendingPage
        {
            Papers = await DescribeAsync(list.Papers, bounded, now, cancel).ConfigureAwait(false),
            Total = list.Total,
            AsOf = now,
            Categories = list.Categories,
            Venues = list.Venues,
        };
    }

    /// <summary>Why one paper ranks where it does in a window; null for one without signals. Its rank is not looked for, and is 0.</summary>
    public async Task<TrendingPaper?> FindAsync(PaperId paper, TrendWindow window, ReaderKey? reader, CancellationToken cancel)
    {
        await RefreshAsync(cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var described = await DescribeAsync(_table.Find([paper], window, now), new TrendingRequest { Window = window, Reader = reader, Offset = -1 }, now, cancel)
            .ConfigureAwait(false);
        return described.Count > 0 ? described[0] : null;
    }

    /// <summary>Orders papers of any choice, such as those of a day, by what they have in a window.</summary>
    /// <param name="papers">The choice; none twice.</param>
    /// <param name="window">The window.</param>
    /// <param name="offset">How many of the order are left out.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PaperRanking> RankAsync(IReadOnlyList<PaperId> papers, TrendWindow window, int offset, int limit, CancellationToken cancel)
    {
        await RefreshAsync(cancel).ConfigureAwait(false);
        return _table.Rank(papers, window, offset, limit);
    }

    /// <summary>Those of the papers that the reader has voted for.</summary>
    public Task<IReadOnlySet<PaperId>> GetVotedAsync(IReadOnlyCollection<PaperId> papers, ReaderKey reader, CancellationToken cancel) =>
        store.GetVotedAsync(papers, reader, cancel);

    /// <summary>Counts a reader's vote, one a paper.</summary>
    /// <returns>False when they had voted for it already, or when there is no such paper.</returns>
    public Task<bool> RecordVoteAsync(PaperId paper, ReaderKey reader, CancellationToken cancel) =>
        store.AddVoteAsync(paper, reader, clock.GetUtcNow(), cancel);

    /// <summary>Takes a reader's vote back.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> WithdrawVoteAsync(PaperId paper, ReaderKey reader, CancellationToken cancel) => store.RemoveVoteAsync(paper, reader, cancel);

    /// <summary>Counts that a reader opened a paper, once a day.</summary>
    /// <returns>False when they had done so today, or when there is no such paper.</returns>
    public Task<bool> RecordReadAsync(PaperId paper, ReaderKey reader, CancellationToken cancel) => store.AddReadAsync(paper, reader, clock.GetUtcNow(), cancel);

    private async Task RefreshAsync(CancellationToken cancel)
    {
        if (await store.GetTrendRevisionAsync(cancel).ConfigureAwait(false) == _table.Revision)
        {
            return;
        }

        while (await store.GetTrendsAsync(_table.Revision, ChangesAtOnce, cancel).ConfigureAwait(false) is { Count: > 0 } changes)
        {
            _table.Apply(changes);
        }
    }

    private async Task<IReadOnlyList<TrendingPaper>> DescribeAsync(
        IReadOnlyList<TrendStanding> standings, TrendingRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        PaperId[] ids = [.. standings.Select(standing => standing.Paper)];
        var papers = (await library.GetAsync(ids, cancel).ConfigureAwait(false)).ToDictionary(paper => paper.Id);
        var signals = await store.GetSignalsAsync(ids, cancel).ConfigureAwait(false);
        var voted = request.Reader is { } reader ? await store.GetVotedAsync(ids, reader, cancel).ConfigureAwait(false) : new HashSet<PaperId>();
        var described = new List<TrendingPaper>(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            // A paper that was merged into another since its trend was computed is left out; the next page has the other.
            if (!papers.TryGetValue(ids[i], out var paper))
            {
                continue;
            }

            var series = SignalSeries.Of(signals[i], TrendScore.FirstDay(paper));
            described.Add(new TrendingPaper(
                request.Offset + i + 1,
                paper,
                standings[i].Score,
                TrendExplanation.Of(series, standings[i].Usual, request.Window, now),
                standings[i].Movement,
                Sparkline.Of(series, request.Window, now),
                signals[i].Votes.Count,
                voted.Contains(ids[i])));
        }

        return described;
    }
}
