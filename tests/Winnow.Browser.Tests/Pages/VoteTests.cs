using System.Net;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Winnow.Papers;
using Winnow.Trends.Signals;
using Winnow.Web.Readers;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class VoteTests(WinnowSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_page_s_token_nothing_is_a_vote()
    {
        var (paper, token) = await PageAsync("/search?q=walking+words+canal");
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(null, paper)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("made up", paper)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(token, paper, cookie: Pseudonym(1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(token, paper, from: "cross-site")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(token, "0000000000zz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(token, "no id")).StatusCode);
        using var get = await site.Http.GetAsync($"/vote?vote={paper}&token={Uri.EscapeDataString(token)}", Cancel);
        Assert.NotEqual(HttpStatusCode.SeeOther, get.StatusCode);
        Assert.Empty(await VotesAsync(paper));
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused()
    {
        foreach (var body in (HttpContent[])[new StringContent("{}"), new StringContent(new string('a', 100_000), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"))])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/vote") { Content = body };
            using var answer = await site.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/search?q=a+b", "/search?q=a+b#p-1")]
    [InlineData("//evil.example.org/", "/#p-1")]
    [InlineData("/\\evil.example.org", "/#p-1")]
    [InlineData("https://evil.example.org/", "/#p-1")]
    [InlineData("/\r\nSet-Cookie: x=1", "/#p-1")]
    [InlineData("", "/#p-1")]
    public async Task A_reader_is_led_back_and_never_elsewhere(string back, string to)
    {
        var (paper, token) = await PageAsync("/search?q=a+slash+in+the+venue");
        using var answer = await PostAsync(token, $"{paper} p-1", back: back);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_vote_is_counted_once_shown_and_taken_back_without_script()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/search?q=meadow+synthesis+slow+memory");
        Assert.Empty(await page.Context.CookiesAsync());
        var title = await page.Locator("a.title").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Vote for {title}", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search\\?q=meadow\\+synthesis\\+slow\\+memory#p-"));
        var takeBack = page.GetByRole(AriaRole.Button, new() { Name = $"Take back the vote for {title}", Exact = true });
        await Expect(takeBack).ToHaveAttributeAsync("aria-pressed", "true");
        var cookie = Assert.Single(await page.Context.CookiesAsync());
        Assert.Equal((ReaderCookie.Name, true, SameSiteAttribute.Lax), (cookie.Name, cookie.HttpOnly, cookie.SameSite));

        await page.Locator("a.title").First.ClickAsync();
        await Expect(takeBack).ToBeVisibleAsync();
        await takeBack.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/paper/.*#actions$"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Vote for {title}", Exact = true })).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task A_reader_with_a_pseudonym_is_counted_once_a_day_and_one_without_never()
    {
        const string address = "/paper/arxiv/2101.00002";
        var id = (await site.Library.Reads.FindAsync(new Identifier(IdentifierScheme.ArXiv, "2101.00002"), Cancel))!.Id;
        using (var anonymous = await site.Http.GetAsync(address, Cancel))
        {
            Assert.False(anonymous.Headers.Contains("Set-Cookie"));
        }

        foreach (var reader in (int[])[7, 7, 8])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", $"{ReaderCookie.Name}={Pseudonym(reader)}");
            using var answer = await site.Http.SendAsync(request, Cancel);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        using (var ahead = new HttpRequestMessage(HttpMethod.Get, address))
        {
            ahead.Headers.Add("Cookie", $"{ReaderCookie.Name}={Pseudonym(9)}");
            ahead.Headers.Add("Sec-Purpose", "prefetch");
            using var answer = await site.Http.SendAsync(ahead, Cancel);
        }

        IReadOnlyList<ReaderVisit> reads = [];
        for (var tries = 0; tries < 2400 && reads.Count < 2; tries++)
        {
            await Task.Delay(50, Cancel);
            reads = (await site.Library.Signals.GetSignalsAsync([id], Cancel))[0].Reads;
        }

        Assert.Equal(
            new[] { ReaderKey.Of(Pseudonym(7)), ReaderKey.Of(Pseudonym(8)) }.OrderBy(key => key.Value),
            reads.Select(read => read.Reader).OrderBy(key => key.Value));
    }

    private static string Pseudonym(int number) => System.Buffers.Text.Base64Url.EncodeToString([.. Enumerable.Repeat((byte)number, 16)]);

    private async Task<IReadOnlyList<ReaderVote>> VotesAsync(string paper)
    {
        Assert.True(PaperId.TryParse(paper, out var id));
        return (await site.Library.Signals.GetSignalsAsync([id], Cancel))[0].Votes;
    }

    /// <summary>The first paper on a page, and the page's token for a reader without a pseudonym.</summary>
    private async Task<(string Paper, string Token)> PageAsync(string path)
    {
        var html = await site.Http.GetStringAsync(path, Cancel);
        return (html.Split("name=\"vote\" value=\"")[1].Split(' ')[0], html.Split("name=\"token\" value=\"")[1].Split('"')[0]);
    }

    private async Task<HttpResponseMessage> PostAsync(string? token, string paper, string back = "/", string? cookie = null, string from = "same-origin")
    {
        var fields = new Dictionary<string, string> { ["vote"] = paper, ["back"] = back };
        if (token is not null)
        {
            fields["token"] = token;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/vote") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", from);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"{ReaderCookie.Name}={cookie}");
        }

        return await site.Http.SendAsync(request, Cancel);
    }
}
