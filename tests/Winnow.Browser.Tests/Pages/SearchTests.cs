using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class SearchTests(WinnowSite site)
{
    [Fact]
    public async Task A_question_asked_on_the_front_page_leads_to_a_paper()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("kettle");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/search?q=kettle");
        await page.Locator("a.title").First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/paper/arxiv/2101.00001");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Kettle: Brewing");
    }

    [Fact]
    public async Task Results_follow_what_is_typed_and_the_address_with_them()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("lantern");
        await Expect(page.Locator("#count")).ToContainTextAsync("9 papers");
        await Expect(page).ToHaveURLAsync("/search?q=lantern");
        await Expect(page.Locator("#live")).ToContainTextAsync("9 papers");
        await Expect(page.Locator("mark").First).ToHaveTextAsync("Lantern");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Expect(page).ToHaveURLAsync("/");
        await Expect(page.Locator("[data-home]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slow_answer_to_an_older_question_never_replaces_a_newer_one()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        var late = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("results?q=river", StringComparison.Ordinal), async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await visit.GoAsync("/");
        await page.RunAndWaitForRequestAsync(() => page.GetByRole(AriaRole.Searchbox).FillAsync("river"), request => request.Url.Contains("results?q=river", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Searchbox).FillAsync("lantern");
        await Expect(page.Locator("a.title").First).ToContainTextAsync("Lantern");
        late.SetResult();
        await Expect(page.Locator("main")).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(page.Locator("a.title").First).ToContainTextAsync("Lantern");
    }

    [Fact]
    public async Task Back_returns_to_the_question_before()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=lantern");
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest", Exact = true }).And(page.Locator(".sort a")).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantern&sort=newest");
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantern");
        await Expect(page.Locator(".sort a[aria-current]")).ToHaveTextAsync("Best match");
    }

    [Fact]
    public async Task A_pasted_identifier_goes_straight_to_its_paper()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=arXiv:2101.00001v2");
        await Expect(visit.Page).ToHaveURLAsync("/paper/arxiv/2101.00001");
        await visit.GoAsync("/");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("https://doi.org/10.1234/KETTLE.2021");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync("/paper/arxiv/2101.00001");
    }

    [Fact]
    public async Task Pages_follow_one_another_without_repeating_a_paper()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=weather");
        var first = await page.Locator("a.title").AllTextContentsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=weather&page=2");
        await Expect(page.Locator(".pager [aria-current]")).ToHaveTextAsync("2");
        var second = await page.Locator("a.title").AllTextContentsAsync();
        Assert.Equal(20, first.Count);
        Assert.Empty(first.Intersect(second));
        await Expect(page.Locator("ol.papers")).ToHaveAttributeAsync("start", "21");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=xylophonically&venue=ACL");
        await Expect(visit.Page.Locator("#count")).ToContainTextAsync("No paper matches");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Search without filters" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync("/search?q=xylophonically");
    }

    [Fact]
    public async Task A_mistyped_word_is_put_right_and_what_was_typed_is_offered()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=lantren");
        await Expect(page.Locator(".note").First).ToHaveTextAsync("Showing results for lantern: no paper here says ‘lantren’. Search instead for lantren");
        await Expect(page.Locator("#count")).ToContainTextAsync("9 papers");
        await page.GetByRole(AriaRole.Link, new() { Name = "lantren", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantren&verbatim=1");
        await Expect(page.Locator("#count")).ToContainTextAsync("No paper matches");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "lantern", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=lantern");
        await Expect(page.Locator("#count")).ToContainTextAsync("9 papers");
        await Expect(page.Locator(".note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_hit_explains_its_place()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=lantern");
        var why = visit.Page.Locator("details.why").First;
        await why.Locator("summary").ClickAsync();
        await Expect(why.Locator("li").First).ToBeVisibleAsync();
        Assert.Matches(@"\d\.\d\d", await why.InnerTextAsync());
    }

    [Theory]
    [InlineData("/search?q=lantern&page=99999999999999999999")]
    [InlineData("/search?q=lantern&page=-1")]
    [InlineData("/search?q=lantern&from=abc&to=2147483648")]
    [InlineData("/search?q=%00%FF%FE")]
    [InlineData("/search?q=((((%22&venue=&venue=%00")]
    [InlineData("/search?sort=sideways&category=%F0%9F%92%A9")]
    public async Task An_address_that_makes_no_sense_is_still_answered(string path)
    {
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 200 or 302, $"{path}: {answer.StatusCode}");
    }

    [Fact]
    public async Task The_server_says_how_long_it_took()
    {
        using var answer = await site.Http.GetAsync("/search?q=lantern", TestContext.Current.CancellationToken);
        Assert.Matches(@"^search;dur=\d+\.\d\d, render;dur=\d+\.\d\d, total;dur=\d+\.\d\d$", Assert.Single(answer.Headers.GetValues("Server-Timing")));
    }
}
