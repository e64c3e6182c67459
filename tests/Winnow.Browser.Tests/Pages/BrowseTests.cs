using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class BrowseTests(WinnowSite site)
{
    [Fact]
    public async Task A_venue_and_then_one_of_its_years()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/venues");
        await page.GetByRole(AriaRole.Link, new() { Name = "NeurIPS" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/venues/NeurIPS");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Years" }).GetByRole(AriaRole.Link, new() { Name = "2021" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/venues/NeurIPS/2021");
        await Expect(page.Locator(".papers")).ToContainTextAsync("Kettle");
        await page.GetByRole(AriaRole.Link, new() { Name = "Search in them" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?venue=NeurIPS&from=2021&to=2021");
        await Expect(page.Locator("a.title")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_venue_with_a_slash_and_a_percent_sign_in_its_name_has_a_page()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/venues");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "EMNLP/Findings 50%" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("EMNLP/Findings 50%");
        await Expect(visit.Page.Locator("a.title")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Authors_are_found_by_the_start_of_their_name()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/authors");
        await visit.Page.GetByLabel("Name starts with").FillAsync("zoe");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Zoë Żuraw" }).ClickAsync();
        await Expect(visit.Page.Locator("a.title")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_newest_come_first()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/newest");
        Assert.True(await visit.Page.Locator("a.title").CountAsync() > 20);
    }

    [Fact]
    public async Task About_counts_what_is_here()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/about");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("ACL Anthology");
    }
}
