using Winnow.Trends.Topics;
using Winnow.Web.Pages.Topics;

namespace Winnow.Web.Feeds;

/// <summary>The feed of rising topics, best first. One topic of one month or week is one entry, whatever its numbers become.</summary>
internal sealed class TopicFeeds(TrendingTopics topics, TimeProvider clock)
{
    public async Task<Feed> TopicsAsync(TopicsQuery query, CancellationToken cancel)
    {
        var found = await topics.GetAsync(query.Window, query.Category, TopicsQuery.Shown, cancel, query.Span);
        var title = query.Category is { } category ? $"Winnow: rising topics in {category}" : "Winnow: rising topics";
        FeedEntry[] entries = found is null ? [] : [.. found.Topics.Select(topic => Entry(topic, found.Window))];
        return new Feed(title, query.Url, FeedAddress.Of(query), entries) { AsOf = Today() };
    }

    private FeedEntry Entry(RisingTopic topic, TopicWindow window)
    {
        var end = new DateTimeOffset(window.End, TimeOnly.MinValue, TimeSpan.Zero);
        var updated = end < Today() ? end : Today();
        return new FeedEntry
        {
            Name = $"topic/{window}/{Uri.EscapeDataString(topic.Key)}",
            Title = $"{topic.Name} ({window})",
            Page = TopicsQuery.Topic(topic.Key, window),
            Updated = updated,
            Changed = updated,
            Summary = FeedText.Lines(topic.Why),
        };
    }

    private DateTimeOffset Today() => new(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
}
