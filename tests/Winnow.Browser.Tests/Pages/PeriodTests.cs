using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>Days, weeks and months. The fixture's only dated papers appeared on Monday, January 4, and Wednesday, January 6, 2021.</summary>
public sealed class PeriodTests(WinnowSite site)
{
    [Fact]
    public async Task A_day_lists_its_papers_and_leads_to_the_days_beside_it()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/day/2021-01-04");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Jan 4, 2021");
        await Expect(page.Locator("a.title")).ToHaveCountAsync(1);
        await Expect(page.Locator(".steps a[rel=prev]")).ToHaveAttributeAsync("href", "/day/2021-01-01");
        await page.Locator(".steps a[rel=next]").ClickAsync();
        await Expect(page).ToHaveURLAsync("/day/2021-01-05");
        await Expect(page.Locator("main")).ToContainTextAsync("No paper in this library first appeared on this day.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jan 6, 2021" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/day/2021-01-06");
    }

    [Theory]
    [InlineData("/day/2021-01-09")]
    [InlineData("/day/2021-01-10")]
    public async Task A_weekend_says_so_and_leads_to_Friday_and_Monday(string path)
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(path);
        var text = visit.Page.Locator(".empty");
        await Expect(text).ToContainTextAsync("Nothing was announced");
        await Expect(text.GetByRole(AriaRole.Link, new() { Name = "Friday, Jan 8" })).ToHaveAttributeAsync("href", "/day/2021-01-08");
        await Expect(text.GetByRole(AriaRole.Link, new() { Name = "Monday, Jan 11" })).ToHaveAttributeAsync("href", "/day/2021-01-11");
    }

    [Fact]
    public async Task A_month_and_a_week_lead_down_to_their_days()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/month/2021-01");
        await Expect(page.Locator("a.title")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jan 6, 1 paper" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/day/2021-01-06");
        await page.GetByRole(AriaRole.Link, new() { Name = "Week 1" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/week/2021-W01");
        await Expect(page.Locator("a.title")).ToHaveCountAsync(2);
        await Expect(page.Locator("main")).ToContainTextAsync("Jan 4 to Jan 10, 2021");
    }

    [Fact]
    public async Task The_newest_lead_to_their_day_and_a_category_to_its_papers()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/paper/arxiv/2101.00001");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "January 4, 2021" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync("/day/2021-01-04");
        await visit.GoAsync("/categories");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "cs.CL" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync("/categories/cs.CL");
        Assert.True(await visit.Page.Locator("a.title").CountAsync() > 10);
    }

    [Fact]
    public async Task A_period_that_is_none_is_not_here()
    {
        foreach (var path in (string[])["/day/2021-02-30", "/week/2021-W99", "/month/2021-1", "/year/2021"])
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
