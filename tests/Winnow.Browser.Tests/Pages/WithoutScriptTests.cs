using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class WithoutScriptTests(WinnowSite site)
{
    private static readonly VisitOptions NoScript = new(Script: false);

    [Fact]
    public async Task The_form_searches_and_its_empty_fields_leave_no_trace()
    {
        await using var visit = await site.VisitAsync(NoScript);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("river parsing");
        await page.Locator("#search button").ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=river+parsing");
        await page.Locator("#venue-ACL").CheckAsync();
        await page.GetByLabel("From").FillAsync("2016");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=river+parsing&venue=ACL&from=2016");
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_bar_of_the_histogram_is_a_link_to_its_year()
    {
        await using var visit = await site.VisitAsync(NoScript);
        await visit.GoAsync("/search?q=weather");
        await visit.Page.Locator("svg.histogram a[data-year='2018']").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync("/search?q=weather&from=2018&to=2018");
        await Expect(visit.Page.Locator("#count")).ToContainTextAsync("5 papers");
    }

    [Fact]
    public async Task Formulas_read_as_tex_and_help_is_a_page()
    {
        await using var visit = await site.VisitAsync(NoScript);
        await visit.GoAsync("/paper/arxiv/2101.00001");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kettle: Brewing $O(n \\log n)$ Attention for Long Rivers");
        await Expect(visit.Page.Locator("[data-copy]").First).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Help" }).First.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync("/help");
    }

    [Fact]
    public async Task On_a_phone_the_filters_still_open()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Width: 390, Script: false));
        await visit.GoAsync("/search?q=weather");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await Expect(visit.Page.Locator("#filters")).ToBeVisibleAsync();
    }
}
