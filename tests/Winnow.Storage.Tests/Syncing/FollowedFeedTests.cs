using Microsoft.Extensions.Time.Testing;
using Winnow.Replay;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

public sealed class FollowedFeedTests
{
    private const string Rss = """
        <rss version="2.0"><channel><title>A journal</title>
        <item><title>An Article in a Feed</title><link>https://journal.example.org/1</link><guid isPermaLink="false">17</guid><description>Text.</description></item>
        <item><guid>18</guid></item></channel></rss>
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_feed_is_read_and_an_entry_without_a_title_is_set_aside()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(Rss), _clock, privateNetworks: true);

        var result = await world.RunAsync(await world.AddAsync("feed", new Uri(world.Server.Address, "feed.xml").AbsoluteUri));

        Assert.Equal((SyncRunState.Finished, 1L, 1L), (result.State, result.Counts.New, result.Counts.Rejected));
        Assert.Single(world.Rejected());
    }

    [Fact]
    public async Task Entries_of_two_feeds_that_count_alike_stay_two()
    {
        await using var world = new SyncWorld(
            request => ReplayAnswer.Text(Rss.Replace("An Article in a Feed", $"An Article at {request.Path}", StringComparison.Ordinal).Replace("org/1", $"org{request.Path}", StringComparison.Ordinal)),
            _clock, privateNetworks: true);
        await world.RunAsync(await world.AddAsync("feed", new Uri(world.Server.Address, "one.xml").AbsoluteUri));
        await world.RunAsync(await world.AddAsync("feed", new Uri(world.Server.Address, "two.xml").AbsoluteUri));

        Assert.Equal(2, (await world.Library.CountAsync(SyncWorld.Cancel)).Papers);
    }

    [Fact]
    public async Task An_address_inside_one_s_own_network_is_never_connected_to()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(Rss), _clock);

        var result = await world.RunAsync(await world.AddAsync("feed", new Uri(world.Server.Address, "feed.xml").AbsoluteUri));

        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.Contains("inside your own network", result.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Requests);
    }

    [Fact]
    public async Task A_web_page_is_no_feed_and_says_so()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text("<!doctype html><html><title>A page</title></html>", "text/html"), _clock, privateNetworks: true);

        var result = await world.RunAsync(await world.AddAsync("feed", new Uri(world.Server.Address, "page").AbsoluteUri));

        Assert.Contains("The file is a web page", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        await using var world = new SyncWorld(
            request => request.Headers.ContainsKey("If-Modified-Since") ? ReplayAnswer.Failure(304) : ReplayAnswer.Text(Rss).With("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT"),
            _clock, privateNetworks: true);
        var source = await world.AddAsync("feed", new Uri(world.Server.Address, "feed.xml").AbsoluteUri);
        await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 0L), ((await world.RunAsync(source)).State, (await world.RunAsync(source)).Counts.Read));
    }

    [Theory]
    [InlineData("feed://example.org/a.xml", "https://example.org/a.xml")]
    [InlineData(" https://example.org/a.xml#top ", "https://example.org/a.xml")]
    public async Task An_address_is_kept_in_one_spelling(string typed, string expected)
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(Rss), _clock);
        Assert.Equal(expected, world.Kinds.Get("feed").Check(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@example.org/feed")]
    public async Task What_is_no_address_of_a_feed_is_refused(string typed)
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(Rss), _clock);
        Assert.Throws<SourceException>(() => world.Kinds.Get("feed").Check(typed));
    }
}
