using System.Collections.Concurrent;
using Winnow.Trends.Topics.Files;
using Winnow.Trends.Topics.Phrases;
using Winnow.Trends.Topics.Ranking;

namespace Winnow.Trends.Topics;

/// <summary>Which phrases and named methods rise. Thread-safe; sees what any process commits, and writes nothing (<see cref="TopicFollower"/> does).</summary>
/// <param name="folder">Where the counts are or will be; a folder that does not exist has no topics.</param>
/// <param name="clock">Paces the looks for new commits.</param>
public sealed class TrendingTopics(string folder, TimeProvider clock)
{
    public const int MaxLimit = 200;

    /// <summary>Points of a curve at most, the newest.</summary>
    private const int LongestCurve = 36;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    /// <summary>Answers are the same until the next commit.</summary>
    private readonly ConcurrentDictionary<(TopicWindow Window, string? Category, int Limit), TopicPage> _pages = [];

    private readonly Lock _opening = new();
    private TopicSnapshot? _snapshot;
    private long _refreshedAt;
    private bool _looked;

    /// <summary>The library position that the counts have reached.</summary>
    public long Position => Read()?.Position ?? 0;

    /// <summary>The rising topics of a window, best first.</summary>
    /// <param name="window">A week or a month; null: see <paramref name="span"/>.</param>
    /// <param name="category">Only papers of this category, such as <c>cs.CL</c>; null for all.</param>
    /// <param name="limit">Topics at most, 1 to <see cref="MaxLimit"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="span">Without a window: the newest of this length that has at least half of the usual number of papers.</param>
    /// <returns>Null when no paper has a date in it, or nothing was counted yet.</returns>
    public Task<TopicPage?> GetAsync(TopicWindow? window, string? category, int limit, CancellationToken cancel, TopicSpan span = TopicSpan.Month) =>
        Task.Run(() => Get(window, span, category, Math.Clamp(limit, 1, MaxLimit)), cancel);

    /// <summary>One topic by its name or key, as of a window, however little it rises.</summary>
    /// <param name="name">In any spelling: GRPO, "large language models", large-language-model.</param>
    /// <param name="window">As of when; null for the newest month with at least half of the usual number of papers.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when no window has it.</returns>
    public Task<RisingTopic?> FindAsync(string name, TopicWindow? window, CancellationToken cancel) => Task.Run(() => Find(name, window), cancel);

    private TopicPage? Get(TopicWindow? asked, TopicSpan span, string? category, int limit)
    {
        if (Read() is not { } snapshot || (asked ?? Newest(snapshot, span)) is not { } window || !snapshot.Has(window))
        {
            return null;
        }

        return _pages.GetOrAdd((window, category, limit), _ =>
        {
            var bucket = snapshot.Bucket(window);
            var ranking = new TopicRanking(snapshot, window, category);
            var page = new TopicPage(
                window,
                ranking.Papers,
                [.. ranking.Best(limit).Select(riser => new TopicTelling(snapshot, ranking, window, LongestCurve).Tell(riser))],
                [.. snapshot.Windows[window.Span]],
                [.. bucket.Categories.Where(c => c.Papers > 0 && c.Name.Length > 0).OrderByDescending(c => c.Papers).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Name)]);
            return page with { Note = Note(page, category) };
        });
    }

    private RisingTopic? Find(string name, TopicWindow? asked)
    {
        var key = new PhraseReader().KeyOf(name);
        if (key.Length == 0 || Read() is not { } snapshot || (asked ?? Newest(snapshot, TopicSpan.Month)) is not { } window || !snapshot.Has(window))
        {
            return null;
        }

        var ranking = new TopicRanking(snapshot, window, category: null);
        var topic = new TopicTelling(snapshot, ranking, window, LongestCurve).Tell(ranking.Find(key));
        return topic.Curve.Any(point => point.Papers > 0) ? topic : null;
    }

    private static string? Note(TopicPage page, string? category) => page switch
    {
        { Papers: 0 } when category is not null => $"No paper of {page.Window} is in {category}, or too few of its papers are known from before.",
        { Papers: 0 } => $"Too few papers are known from before {page.Window} to say what rose in it.",
        { Topics.Count: 0 } => $"Nothing of {page.Window} rose by more than chance explains.",
        _ => null,
    };

    /// <summary>A month that began yesterday says little: the one before is shown until it has half of what a month usually has.</summary>
    private static TopicWindow? Newest(TopicSnapshot snapshot, TopicSpan span)
    {
        var windows = snapshot.Windows[span].Take(5).ToList();
        if (windows.Count == 0)
        {
            return null;
        }

        var usual = windows.Skip(1).Select(window => snapshot.Bucket(window).Papers).DefaultIfEmpty().Average();
        return windows.Find(window => snapshot.Bucket(window).Papers >= usual / 2) is { Start.Year: > 1 } busy ? busy : windows[0];
    }

    /// <summary>The counts as of at most <see cref="RefreshInterval"/> ago; the last good ones when new ones cannot be read.</summary>
    private TopicSnapshot? Read()
    {
        lock (_opening)
        {
            if (_looked && clock.GetElapsedTime(_refreshedAt) < RefreshInterval)
            {
                return _snapshot;
            }

            (_looked, _refreshedAt) = (true, clock.GetTimestamp());
            try
            {
                var generation = TopicManifest.Read(folder)?.Generation;
                if (generation != _snapshot?.Generation)
                {
                    _snapshot = TopicSnapshot.Open(folder)?.Keeping(_snapshot);
                    _pages.Clear();
                }
            }
            catch (IOException)
            {
                // Being replaced, or damaged: the follower mends it.
            }

            return _snapshot;
        }
    }
}
