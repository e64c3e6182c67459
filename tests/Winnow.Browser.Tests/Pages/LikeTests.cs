using System.Net;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class LikeTests(WinnowSite site)
{
    [Fact]
    public async Task Papers_are_added_on_both_sides_and_taken_out_again_without_a_script()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/search?q=river+parsing");
        await page.Locator(".paper").First.GetByRole(AriaRole.Link, new() { Name = "More like this" }).ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".paper").First).ToBeVisibleAsync();
        await page.Locator(".paper").First.GetByRole(AriaRole.Link, new() { Name = "Less like this" }).ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        Assert.Matches(@"/like\?more=\w{12}&less=\w{12}$", page.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "By method" }).ClickAsync();
        Assert.EndsWith("&by=method", page.Url, StringComparison.Ordinal);
        await page.Locator(".why summary").First.ClickAsync();
        await Expect(page.Locator(".why").First).ToContainTextAsync("'s method");
        await page.Locator(".chips a").Nth(1).ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_pasted_abstract_finds_papers_like_it()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/like");
        await visit.Page.GetByLabel("An abstract").FillAsync("We study harbour translation by means of copper codes.");
        await visit.Page.GetByLabel("Compare").SelectOptionAsync("problem");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find papers like it" }).ClickAsync();
        await Expect(visit.Page.Locator(".paper h2").First).ToContainTextAsync("Harbour Translation");
        await Expect(visit.Page.GetByLabel("An abstract")).ToHaveValueAsync("We study harbour translation by means of copper codes.");
    }

    [Fact]
    public async Task A_PDF_that_cannot_be_read_is_one_sentence()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/like");
        await visit.Page.GetByLabel("Or a PDF").SetInputFilesAsync(new FilePayload { Name = "x.pdf", MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find papers like it" }).ClickAsync();
        await Expect(visit.Page.Locator("#complaint")).ToHaveTextAsync("The file is not a PDF.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find papers like it" }).ClickAsync();
        await Expect(visit.Page.Locator("#complaint")).ToHaveTextAsync("Paste an abstract, or choose a PDF.");
    }

    [Fact]
    public async Task A_paper_leads_to_what_is_like_its_method()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/paper/arxiv/2101.00001");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "method", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/like\?more=\w{12}&by=method$"));
        await Expect(visit.Page.Locator(".paper").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/like?more=nonsense&less=%00&by=colour")]
    [InlineData("/like?more=000000000009")]
    [InlineData("/like?less=000000000009&by=17")]
    public async Task An_address_that_names_nothing_is_answered_with_a_page(string path)
    {
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
