using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class FilterTests(WinnowSite site)
{
    [Fact]
    public async Task A_venue_is_chosen_and_taken_away_again()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=lantern");
        await page.GetByLabel("ACL", new() { Exact = false }).First.CheckAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantern&venue=ACL");
        await Expect(page.Locator("#count")).ToContainTextAsync("3 papers");
        await Expect(page.Locator("#venue-ACL")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter: ACL" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantern");
        await Expect(page.Locator("#count")).ToContainTextAsync("9 papers");
    }

    [Fact]
    public async Task Dragging_over_the_histogram_chooses_its_years()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=weather");
        var box = await page.Locator("svg.histogram").BoundingBoxAsync();
        Assert.NotNull(box);
        var year = box.Width / 9;
        await page.Mouse.MoveAsync(box.X + (2.5f * year), box.Y + 30);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (4.5f * year), box.Y + 30, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync("/search?q=weather&from=2017&to=2019");
        await Expect(page.Locator("#count")).ToContainTextAsync("15 papers");
        await Expect(page.Locator("svg.histogram a.chosen")).ToHaveCountAsync(3);
        await Expect(page.Locator("svg.histogram a")).ToHaveCountAsync(9);
    }

    [Fact]
    public async Task Years_can_be_written_instead()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=weather");
        await page.GetByLabel("From").FillAsync("2020");
        await page.GetByLabel("From").PressAsync("Tab");
        await Expect(page).ToHaveURLAsync("/search?q=weather&from=2020");
        await Expect(page.Locator("#count")).ToContainTextAsync("20 papers");
    }

    [Fact]
    public async Task Code_and_category_and_year_hold_together()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=lantern&category=cs.LG&from=2016&to=2018&code=1");
        await Expect(visit.Page.Locator(".chips li")).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator("#count")).ToContainTextAsync("3 papers");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();
        await Expect(visit.Page.Locator("#count")).ToContainTextAsync("9 papers");
    }

    [Fact]
    public async Task On_a_phone_filters_open_and_close()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Width: 390));
        var page = visit.Page;
        await visit.GoAsync("/search?q=weather");
        await Expect(page.Locator("#filters")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await Expect(page.Locator("#filters")).ToBeVisibleAsync();
        await page.Locator("#venue-ACL").CheckAsync();
        await Expect(page.Locator("#count")).ToContainTextAsync("15 papers");
        await Expect(page.Locator("#filters")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Locator("#filters")).ToBeHiddenAsync();
    }
}
