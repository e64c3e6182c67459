using Winnow.Replay;
using Winnow.Sources;
using Winnow.Sources.ArXiv;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Tests.Sources.Syncing;

public sealed class ArXivAnnouncementsTests : IDisposable
{
    private const string Empty = "<rss version=\"2.0\"><channel><title>cs.CL updates on arXiv.org</title><skipDays><day>Sunday</day></skipDays></channel></rss>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-feed-");
    private readonly SourceClient _client;

    public ArXivAnnouncementsTests() => _client = new SourceClient(new FetchOptions { TurnsFolder = _folder.FullName, Gap = TimeSpan.Zero, Tries = 1 }, TimeProvider.System, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_real_day_is_read_once_and_unchanged_is_nothing()
    {
        var feed = await File.ReadAllTextAsync(Path.Combine(DataPack.Require(), "raw", "arxiv-feed", "cs.AI-2025-08-20.atom.xml"), Cancel);
        await using var server = ReplayServer.Start(request => request.Headers.ContainsKey("If-None-Match") ? ReplayAnswer.Failure(304) : ReplayAnswer.Text(feed).Gzipped().With("ETag", "W/\"day\""));
        var source = new ArXivAnnouncements(_client, new Uri(server.Address, "atom/"), TimeProvider.System);

        var first = await source.ReadAsync(new SourcePosition("cs.AI+cs.CL", null, null, true), Cancel);
        var second = await source.ReadAsync(new SourcePosition("cs.AI+cs.CL", first.Cursor, null, true), Cancel);

        Assert.True(first.IsLast);
        Assert.True(first.Items.Count > 5, $"{first.Items.Count}");
        Assert.All(first.Items, item => Assert.Equal("arxiv-feed", Assert.IsType<ReadRecord>(item).Record.Source));
        Assert.Empty(second.Items);
        Assert.Equal(first.Cursor, second.Cursor);
        Assert.Equal(["/atom/cs.AI+cs.CL", "/atom/cs.AI+cs.CL"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_weekend_is_empty_and_a_web_page_is_said_to_be_none()
    {
        await using var server = ReplayServer.Start(request => ReplayAnswer.Text(request.Number == 1 ? Empty : "<!doctype html><html><body>Sorry</body></html>"));
        var source = new ArXivAnnouncements(_client, new Uri(server.Address, "atom/"), TimeProvider.System);
        Assert.Empty((await source.ReadAsync(new SourcePosition("cs.CL", null, null, true), Cancel)).Items);
        var refusal = await Assert.ThrowsAsync<SourceException>(() => source.ReadAsync(new SourcePosition("cs.CL", null, null, true), Cancel));
        Assert.Contains("The file is a web page", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_are_checked_one_by_one()
    {
        var source = new ArXivAnnouncements(_client, ArXivAnnouncements.Usual, TimeProvider.System);
        Assert.Equal("cs.CL+cs.LG+math", source.Check(" cs.cl, cs.LG+MATH cs.CL"));
        Assert.Throws<SourceException>(() => source.Check("all"));
        Assert.Throws<SourceException>(() => source.Check("cs.CL+nonsense"));
        Assert.Throws<SourceException>(() => source.Check(" "));
    }
}
