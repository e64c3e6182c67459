using System.Net;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class PaperPageTests(WinnowSite site)
{
    private const string Kettle = "/paper/arxiv/2101.00001";

    [Theory]
    [InlineData("/paper/doi/10.1234/kettle.2021")]
    [InlineData("/paper/doi/10.1234/KETTLE.2021")]
    [InlineData("/paper/arxiv/2101.00001v3")]
    public async Task Every_other_name_of_a_paper_leads_to_its_one_address(string alias)
    {
        using var answer = await site.Http.GetAsync(alias, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(Kettle, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Reference_managers_find_their_tags()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(Kettle);
        Assert.Equal("Kettle: Brewing $O(n \\log n)$ Attention for Long Rivers", Assert.Single(await ContentsAsync("citation_title")));
        var authors = await ContentsAsync("citation_author");
        Assert.Equal(9, authors.Count);
        Assert.Equal("Zoë Żuraw", authors[0]);
        Assert.Equal("NeurIPS", Assert.Single(await ContentsAsync("citation_conference_title")));
        Assert.Equal("10.1234/kettle.2021", Assert.Single(await ContentsAsync("citation_doi")));
        Assert.Equal("2101.00001", Assert.Single(await ContentsAsync("citation_arxiv_id")));
        Assert.Equal("https://papers.example.org/kettle.pdf", Assert.Single(await ContentsAsync("citation_pdf_url")));
        Assert.Equal("attention; rivers", Assert.Single(await ContentsAsync("citation_keywords")));
        Assert.StartsWith("2021", Assert.Single(await ContentsAsync("citation_publication_date")), StringComparison.Ordinal);
        Assert.StartsWith("Kettle attends", Assert.Single(await ContentsAsync("citation_abstract")), StringComparison.Ordinal);
        Assert.Equal(Kettle, await visit.Page.Locator("link[rel=canonical]").GetAttributeAsync("href"));

        async Task<IReadOnlyList<string>> ContentsAsync(string name) =>
            await visit.Page.EvaluateAsync<string[]>($"[...document.querySelectorAll('meta[name={name}]')].map(meta => meta.content)");
    }

    [Fact]
    public async Task Formulas_are_typeset_and_money_is_left_alone()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(Kettle);
        await Expect(visit.Page.Locator("h1 .katex")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".abstract .katex")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".abstract")).ToContainTextAsync("costs $5 an hour, not $10");
    }

    [Fact]
    public async Task Authors_lead_to_their_papers()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(Kettle);
        await Expect(visit.Page.Locator("#authors a")).ToHaveCountAsync(9);
        await visit.Page.Locator("#authors a").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Zoë Żuraw");
        await Expect(visit.Page.Locator("a.title")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task It_can_be_cited_in_both_forms()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.GoAsync(Kettle);
        await visit.Page.GetByText("BibTeX", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy BibTeX" }).ClickAsync();
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Copied");
        Assert.StartsWith("@inproceedings{", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);

        using var ris = await site.Http.GetAsync(Kettle + ".ris", TestContext.Current.CancellationToken);
        Assert.Equal("application/x-research-info-systems", ris.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".ris", ris.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.StartsWith("TY  - CPAPER", await ris.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_shown_as_its_source_sent_it_and_as_nothing_else()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(Kettle);
        var address = await visit.Page.Locator("table.records a").First.GetAttributeAsync("href");
        using var answer = await site.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("\"arxiv\": \"2101.00001\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Similar_papers_are_offered_without_the_paper_itself()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/search?q=lantern");
        await visit.Page.Locator("a.title").First.ClickAsync();
        var title = await visit.Page.Locator("h1").InnerTextAsync();
        var similar = await visit.Page.Locator(".similar a").AllInnerTextsAsync();
        Assert.NotEmpty(similar);
        Assert.DoesNotContain(title, similar);
    }

    [Theory]
    [InlineData("/paper/arxiv/9999.99999")]
    [InlineData("/paper/w/zzzzzzzzzzzz")]
    [InlineData("/paper/nonsense/1")]
    [InlineData("/paper/doi/10.1234/kettle.2021/records/000000000000")]
    [InlineData("/paper/arxiv/9999.99999.bib")]
    [InlineData("/paper/w/%2f..%2f..")]
    public async Task What_is_not_here_is_not_found(string path)
    {
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
