using Winnow.Sources.Feeds;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.ArXiv;

/// <summary>
/// The day's announcements of arXiv (info.arxiv.org/help/rss_specifications.html): hours before OAI-PMH has the records, but only one day's, so a source of its
/// own. At weekends the feed is empty.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The feeds; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Dates what is read.</param>
public sealed class ArXivAnnouncements(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    private readonly FeedFormat _format = new();

    public static Uri Usual { get; } = new("https://rss.arxiv.org/atom/");

    public string Kind => "arxiv-feed";

    public string Description => "the day's announcements of arXiv categories";

    public string Follows => "categories such as cs.CL or cs.CL+cs.LG";

    public TimeSpan Interval => TimeSpan.FromHours(6);

    public string Check(string follows)
    {
        var categories = follows.Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ArXivSets.Check).Distinct().ToList();
        return categories.Count > 0 && !categories.Contains(ArXivSets.All)
            ? string.Join('+', categories)
            : throw new SourceException("arXiv has no feed of everything; name categories such as cs.CL+cs.LG.") { NeedsPerson = true };
    }

    public Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel) => ConditionalPage.ReadAsync(
        client, new FetchRequest(new Uri(endpoint, position.Follows)), _format, position, clock, cancel);
}
