using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class ProblemTests(WinnowSite site)
{
    [Theory]
    [InlineData("/nothing/here")]
    [InlineData("/paper/arxiv/9999.99999")]
    [InlineData("/venues/Nowhere")]
    [InlineData("/venues/ACL/1800")]
    [InlineData("/authors/Nobody%20At%20All")]
    [InlineData("/assets/000000000000/nothing.css")]
    public async Task A_page_that_is_not_there_says_so_and_offers_the_way_on(string path)
    {
        await using var visit = await site.VisitAsync();
        var answer = await visit.GoAsync(path);
        Assert.Equal(404, answer.Status);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not here");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Browse venues" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Crawlers_and_browsers_find_their_files()
    {
        var robots = await site.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);
        Assert.Contains("Disallow: /search", robots, StringComparison.Ordinal);
        var opensearch = await site.Http.GetStringAsync("/opensearch.xml", TestContext.Current.CancellationToken);
        Assert.Contains($"template=\"{site.Address.GetLeftPart(UriPartial.Authority)}/search?q={{searchTerms}}\"", opensearch, StringComparison.Ordinal);
    }
}
