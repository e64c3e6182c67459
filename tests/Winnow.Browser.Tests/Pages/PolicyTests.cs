using System.Net;
using System.Text.RegularExpressions;
using Winnow.Browser.Tests.Site;
using Xunit;

namespace Winnow.Browser.Tests.Pages;

public sealed class PolicyTests(WinnowSite site)
{
    private const int MostPages = 80;

    [Fact]
    public async Task No_page_that_a_link_reaches_breaks_the_policy_or_asks_another_host()
    {
        await using var visit = await site.VisitAsync();
        var seen = new HashSet<string> { "/", "/search?q=hostile", "/search?q=kettle", "/search?q=xylophonically", "/nothing/here", "/import" };
        var waiting = new Queue<string>(seen);
        for (var visited = 0; waiting.Count > 0 && visited < MostPages; visited++)
        {
            var path = waiting.Dequeue();
            var answer = await visit.GoAsync(path);
            Assert.Equal(path == "/nothing/here" ? 404 : 200, answer.Status);
            Assert.Equal("script-src 'self'", (await answer.HeaderValueAsync("content-security-policy"))!.Split("; ")[1]);
            Assert.False(await visit.Page.EvaluateAsync<bool>("'pwned' in window"), $"{path} ran a script out of a paper's text.");
            foreach (var link in await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"))
            {
                if (link.StartsWith('/') && !link.EndsWith(".bib", StringComparison.Ordinal) && !link.EndsWith(".ris", StringComparison.Ordinal) && !link.EndsWith(".jsonl", StringComparison.Ordinal) && !link.Split('?')[0].EndsWith(".atom", StringComparison.Ordinal) && seen.Add(link.Split('#')[0]))
                {
                    waiting.Enqueue(link.Split('#')[0]);
                }
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=hostile")]
    [InlineData("/paper/arxiv/2101.00001")]
    [InlineData("/venues")]
    [InlineData("/import")]
    [InlineData("/follow")]
    [InlineData("/sources")]
    [InlineData("/collections")]
    [InlineData(FixtureCollections.HostilePath)]
    [InlineData("/nothing/here")]
    public async Task No_markup_carries_a_style_or_a_script_of_its_own(string path)
    {
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("<style|<[a-z][^>]* style=|<[a-z][^>]* on[a-z]+=|<script(?![^>]* src=)", Regex.Replace(html, "\"[^\"]*\"", "\"\""));
        Assert.DoesNotMatch("<script[^>]* src=\"(?!/assets/)", html);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Reading_sets_no_cookie()
    {
        await using var visit = await site.VisitAsync();
        foreach (var path in (string[])["/", "/search?q=lantern", "/paper/arxiv/2101.00001", "/authors", "/about", "/collections", "/collection/long-rivers"])
        {
            await visit.GoAsync(path);
        }

        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused_so_that_no_web_site_can_read_the_library_through_a_name_of_its_own()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=lantern");
        request.Headers.Host = "evil.example.org";
        using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example.org")]
    public async Task An_unsafe_request_from_elsewhere_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import");
        request.Headers.Add(header, value);
        using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_and_compressed()
    {
        var html = await site.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var sheet = html.Split('"').First(part => part.EndsWith("/winnow.css", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, sheet);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }
}
