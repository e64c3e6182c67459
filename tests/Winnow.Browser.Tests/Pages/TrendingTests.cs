using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>The fixture's first four papers got votes in the last hours, the first of them most.</summary>
public sealed class TrendingTests(WinnowSite site)
{
    private const string First = "Lantern Detection with Quilted Networks";

    [Fact]
    public async Task What_got_most_comes_first_and_says_why_without_script()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Trending" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/trending");
        await Expect(page.Locator("a.title").First).ToHaveTextAsync(First);
        var paper = page.Locator(".trending .paper").First;
        await Expect(paper.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^Attention since .*: most about .* UTC\\.$"));
        await Expect(paper.Locator(".movement")).ToHaveTextAsync("New");
        await Expect(paper.GetByText("votes at Hugging Face")).ToBeHiddenAsync();
        await paper.GetByText("Why it ranks here").ClickAsync();
        await Expect(paper.GetByText("votes at Hugging Face")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_is_narrowed_by_category_and_venue_and_its_feed_with_it()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/trending/week");
        await page.GetByLabel("Category").SelectOptionAsync("cs.CL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trending this week in cs.CL");
        await Expect(page.Locator("a.title", new() { HasText = First })).ToHaveCountAsync(0);
        await Expect(page.Locator("a.title")).Not.ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Feed" })).ToHaveAttributeAsync("href", "/trending/week.atom?category=cs.CL");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Window" }).GetByRole(AriaRole.Link, new() { Name = "All" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/trending/all?category=cs.CL");
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_says_so_and_leads_on()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/trending?category=stat.ML");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("Nothing is trending today in stat.ML");
        // No longer window of this category has a paper either: none is offered.
        await Expect(visit.Page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Trending" })).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Follow a source that counts" })).ToHaveAttributeAsync("href", "/follow");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All fields and venues" }).ClickAsync();
        await Expect(visit.Page.Locator("a.title").First).ToHaveTextAsync(First);
    }

    [Fact]
    public async Task The_front_page_and_a_paper_s_page_show_it()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Trending" }).Locator("a.title").First).ToHaveTextAsync(First);
        await page.Locator("a.title").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Attention" }).GetByRole(AriaRole.Img)).ToBeVisibleAsync();
    }
}
