using System.Globalization;
using System.Text;
using Winnow.Replay;
using Winnow.Sources;
using Winnow.Sources.ArXiv;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Tests.Sources.ArXiv;

public sealed class ArXivSearchTests : IDisposable
{
    private static readonly DateOnly Newest = new(2026, 11, 24);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-search-");
    private readonly SourceClient _client;
    private readonly TimeProvider _clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public ArXivSearchTests() => _client = new SourceClient(new FetchOptions { TurnsFolder = _folder.FullName, Gap = TimeSpan.Zero, Tries = 1 }, TimeProvider.System, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_list_is_read_from_its_newest_down_to_what_was_known()
    {
        await using var server = ReplayServer.Start(request => List(request, 3000, perDay: 40));
        var source = Source(server);

        var (first, cursor) = await RunAsync(source, null, new DateOnly(2026, 11, 1));
        var asked = server.Requests.Count;
        var (second, _) = await RunAsync(source, cursor, null);

        // 24 days of 40 papers are two pages of 500.
        Assert.Equal((2, 1000), (asked, first.Count));
        Assert.Equal((3, 500), (server.Requests.Count, second.Count));
        Assert.Equal("au:vaswani AND cat:cs.CL", server.Requests[0]["search_query"]);
        Assert.Equal(("0", "500", "lastUpdatedDate", "descending"), (server.Requests[0]["start"], server.Requests[0]["max_results"], server.Requests[0]["sortBy"], server.Requests[0]["sortOrder"]));
    }

    [Fact]
    public async Task More_than_arXiv_gives_is_said()
    {
        await using var server = ReplayServer.Start(request => List(request, 50_000, perDay: 5000));
        var source = Source(server);
        SourcePage page;
        string? cursor = null;
        do
        {
            page = await source.ReadAsync(new SourcePosition("cat:cs.CL", cursor, new DateOnly(2020, 1, 1), cursor is null), Cancel);
            cursor = page.Cursor;
        }
        while (!page.IsLast);

        Assert.Equal(20, server.Requests.Count);
        Assert.Contains("The query finds 50,000 papers and arXiv gives no more than 10,000", page.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_where_the_list_goes_on_is_a_failure_and_an_empty_list_is_none()
    {
        await using var server = ReplayServer.Start(request => request["start"] == "500" ? Feed(3000, []) : List(request, request["search_query"] == "none" ? 0 : 3000, perDay: 400));
        var source = Source(server);
        var failure = await Assert.ThrowsAsync<SourceException>(() => RunAsync(source, null, new DateOnly(2026, 11, 1)));
        Assert.Contains("empty page where its list goes on", failure.Message, StringComparison.Ordinal);
        Assert.True((await source.ReadAsync(new SourcePosition("none", null, null, true), Cancel)).IsLast);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task A_wrong_query_is_told_in_arXivs_words(int status)
    {
        var error = await File.ReadAllTextAsync(Path.Combine(DataPack.Require(), "raw", "arxiv-api", "error-bad-id.xml"), Cancel);
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text(error) with { Status = status });
        var refusal = await Assert.ThrowsAsync<SourceException>(() => RunAsync(Source(server), null, null));
        Assert.StartsWith("arXiv answered with an error:", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.NeedsPerson);
    }

    [Fact]
    public async Task A_real_answer_is_read()
    {
        var real = await File.ReadAllTextAsync(Path.Combine(DataPack.Require(), "raw", "arxiv-api", "query-100.xml"), Cancel);
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text(real));
        var page = await Source(server).ReadAsync(new SourcePosition("x", null, new DateOnly(1990, 1, 1), true), Cancel);
        Assert.Equal(100, page.Items.OfType<ReadRecord>().Count());
        Assert.InRange(page.Fraction!.Value, 0.001, 1);
    }

    private ArXivSearch Source(ReplayServer server) => new(_client, new Uri(server.Address, "api/query"), _clock);

    private static async Task<(IReadOnlyList<ReadItem> Items, string? Cursor)> RunAsync(ArXivSearch source, string? cursor, DateOnly? since)
    {
        var items = new List<ReadItem>();
        for (var isFirst = true; ; isFirst = false)
        {
            var page = await source.ReadAsync(new SourcePosition(source.Check(" au:vaswani  AND cat:cs.CL "), cursor, since, isFirst), Cancel);
            items.AddRange(page.Items);
            cursor = page.Cursor;
            if (page.IsLast)
                return (items, cursor);
        }
    }

    private static ReplayAnswer List(ReplayRequest request, int total, int perDay)
    {
        var start = int.Parse(request["start"]!, CultureInfo.InvariantCulture);
        var count = Math.Min(int.Parse(request["max_results"]!, CultureInfo.InvariantCulture), Math.Max(0, total - start));
        return Feed(total, Enumerable.Range(start, count).Select(number => (number, Newest.AddDays(-(number / perDay)))));
    }

    private static ReplayAnswer Feed(int total, IEnumerable<(int Number, DateOnly Day)> entries)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" xmlns:arxiv=\"http://arxiv.org/schemas/atom\">");
        feed.Append(CultureInfo.InvariantCulture, $"<opensearch:totalResults>{total}</opensearch:totalResults>");
        foreach (var (number, day) in entries)
        {
            var id = OaiRepository.IdOf(number);
            feed.Append(CultureInfo.InvariantCulture, $"<entry><id>http://arxiv.org/abs/{id}v1</id><title>{OaiRepository.TitleOf(number)}</title><updated>{day:yyyy-MM-dd}T00:00:00Z</updated><published>{day:yyyy-MM-dd}T00:00:00Z</published><summary>x</summary><author><name>Ada A</name></author></entry>");
        }

        return ReplayAnswer.Text(feed.Append("</feed>").ToString());
    }
}
