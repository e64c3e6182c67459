using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Feeds;

public sealed class FeedTests(WinnowSite site)
{
    public static TheoryData<string> Pages => new(
        "/newest", "/search?q=hostile", "/search?q=lantern&venue=ACL&from=2016", "/search?category=cs.LG", "/authors/Bela%20Marsh", "/venues/NeurIPS", "/venues/NeurIPS/2021",
        "/venues/EMNLP%2FFindings%2050%25", "/categories/cs.LG", "/collection/long-rivers", FixtureCollections.HostilePath, "/day/2021-01-04", "/week/2021-W01", "/month/2021-01", "/day/2021-01-09", "/trending", "/trending/month?category=cs.LG&venue=NeurIPS", "/topics?span=week");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_of_papers_names_its_feed_and_the_feed_is_valid(string page)
    {
        var html = await site.Http.GetStringAsync(page, Cancel);
        var address = WebUtility.HtmlDecode(html.Split("type=\"application/atom+xml\" title=")[1].Split("href=\"")[1].Split('"')[0]);
        using var answer = await site.Http.GetAsync(address, Cancel);
        var body = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(AtomRules.Broken(body));
        var feed = XDocument.Load(new MemoryStream(body)).Root!;
        var self = feed.Elements(AtomRules.Atom + "link").Single(link => (string?)link.Attribute("rel") == "self");
        Assert.Equal(new Uri(site.Address, address).AbsoluteUri, (string)self.Attribute("href")!);
        Assert.InRange(feed.Elements(AtomRules.Atom + "entry").Count(), page.EndsWith("-09", StringComparison.Ordinal) || page.StartsWith("/topics", StringComparison.Ordinal) ? 0 : 1, 50);
    }

    [Fact]
    public async Task A_search_s_feed_lists_the_newest_matches_first_whatever_its_page_is_sorted_by()
    {
        var feed = await ReadAsync("/search.atom?q=lantern+detection&sort=oldest");
        var years = feed.Elements(AtomRules.Atom + "entry").Select(entry => entry.Element(AtomRules.Atom + "updated")!.Value).ToList();

        Assert.True(years.Count > 5);
        Assert.Equal(years.OrderDescending(), years);
    }

    [Fact]
    public async Task A_long_feed_goes_on_where_it_says_and_repeats_nothing()
    {
        var first = await ReadAsync("/newest.atom");
        var address = (string)first.Elements(AtomRules.Atom + "link").Single(link => (string?)link.Attribute("rel") == "next").Attribute("href")!;
        var second = await ReadAsync(address);

        Assert.Equal(50, first.Elements(AtomRules.Atom + "entry").Count());
        Assert.NotEmpty(second.Elements(AtomRules.Atom + "entry"));
        Assert.Empty(Ids(first).Intersect(Ids(second)));

        static IEnumerable<string> Ids(XElement feed) => feed.Elements(AtomRules.Atom + "entry").Select(entry => entry.Element(AtomRules.Atom + "id")!.Value);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await site.Http.GetAsync("/newest.atom", Cancel);
        var tag = first.Headers.ETag!;
        var time = first.Content.Headers.LastModified!.Value;
        Assert.False(tag.IsWeak);

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(request => request.IfNoneMatch.Add(tag)));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(request => request.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag, isWeak: true))));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(request => request.IfModifiedSince = time));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(request => request.IfModifiedSince = time.AddSeconds(-1)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(request => request.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""))));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(request =>
        {
            request.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
            request.IfModifiedSince = time;
        }));

        async Task<HttpStatusCode> AskAsync(Action<HttpRequestHeaders> set)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/newest.atom");
            set(request.Headers);
            using var answer = await site.Http.SendAsync(request, Cancel);
            Assert.Equal(tag, answer.Headers.ETag);
            var length = (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
            Assert.Equal(answer.StatusCode == HttpStatusCode.NotModified, length == 0);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_page_s_address_is_enough_for_a_reader_that_asks_for_Atom()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/venues/NeurIPS/2021");
        request.Headers.Accept.ParseAdd("application/atom+xml, text/html;q=0.8, */*;q=0.1");
        using var answer = await site.Http.SendAsync(request, Cancel);
        Assert.Equal("/venues/NeurIPS/2021.atom", answer.Headers.Location?.ToString());
        Assert.Contains("Accept", answer.Headers.Vary);

        using var browser = new HttpRequestMessage(HttpMethod.Get, "/venues/NeurIPS/2021");
        browser.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var page = await site.Http.SendAsync(browser, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/authors/Nobody.atom")]
    [InlineData("/venues/Nowhere.atom")]
    [InlineData("/categories/none.atom")]
    [InlineData("/collection/none.atom")]
    [InlineData("/day/2021-02-30.atom")]
    [InlineData("/week/2021-W54.atom")]
    [InlineData("/month/2021-1.atom")]
    [InlineData("/day/2021-W01.atom")]
    public async Task A_feed_of_nothing_is_not_there(string address)
    {
        using var answer = await site.Http.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_feed_of_a_question_that_nothing_answers_yet_is_empty_and_valid()
    {
        var feed = await ReadAsync("/search.atom?q=xylophonically");
        Assert.Empty(feed.Elements(AtomRules.Atom + "entry"));
    }

    [Fact]
    public async Task The_feed_follows_the_question_as_it_is_typed()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=river");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("lantern");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Feed" })).ToHaveAttributeAsync("href", "/search.atom?q=lantern");
        await Expect(visit.Page.Locator("head link[type='application/atom+xml']")).ToHaveAttributeAsync("href", "/search.atom?q=lantern");
    }

    private async Task<XElement> ReadAsync(string address)
    {
        var body = await site.Http.GetByteArrayAsync(address, Cancel);
        Assert.Empty(AtomRules.Broken(body));
        return XDocument.Load(new MemoryStream(body)).Root!;
    }
}
