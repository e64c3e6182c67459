using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class HostileTextTests(WinnowSite site)
{
    [Fact]
    public async Task A_paper_made_of_markup_shows_as_text_everywhere()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=hostile");
        await Expect(page.Locator("a.title").First).ToContainTextAsync("Hostile \"quoted\" &");
        await AssertInertAsync(page);
        await page.Locator("a.title").First.ClickAsync();
        await page.WaitForURLAsync("**/paper/**");
        await AssertInertAsync(page);
        foreach (var href in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a')].map(a => a.href)"))
        {
            Assert.Matches("^https?://", href);
        }
    }

    [Theory]
    [InlineData("\"><script>window.pwned=1</script>")]
    [InlineData("' onfocus=window.pwned=1 autofocus='")]
    [InlineData("</title></input><img src=x onerror=window.pwned=1>")]
    [InlineData("$\\href{javascript:window.pwned=1}{x}$ {{constructor}} ${window.pwned=1}")]
    public async Task A_question_made_of_markup_is_only_text(string question)
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync($"/search?q={Uri.EscapeDataString(question)}&venue={Uri.EscapeDataString(question)}&category={Uri.EscapeDataString(question)}");
        await AssertInertAsync(visit.Page);
        await Expect(visit.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(question);
        await visit.GoAsync($"/authors?prefix={Uri.EscapeDataString(question)}");
        await AssertInertAsync(visit.Page);
        await visit.GoAsync($"/authors/{Uri.EscapeDataString(question)}");
        await AssertInertAsync(visit.Page);
    }

    [Fact]
    public async Task A_collection_whose_texts_are_markup_shows_them_as_text()
    {
        await using var visit = await site.VisitAsync();
        foreach (var path in (string[])["/collections", FixtureCollections.HostilePath, $"{FixtureCollections.HostilePath}/edit", $"{FixtureCollections.HostilePath}/delete", $"/keep?paper={FixtureCollections.Hostile}"])
        {
            await visit.GoAsync(path);
            await AssertInertAsync(visit.Page);
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("<script>");
        }
    }

    private static async Task AssertInertAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.False(await page.EvaluateAsync<bool>("'pwned' in window"));
        await Expect(page.Locator("img, main script, iframe, [onerror], [onload], [onfocus]")).ToHaveCountAsync(0);
    }
}
