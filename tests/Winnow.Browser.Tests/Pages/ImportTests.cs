using System.Net;
using System.Text;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Winnow.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class ImportTests(WinnowSite site)
{
    private const string Sample = """{"id":"one","source":"sample","title":"A Landmark of the Sample","authors":["Ann Other"],"year":1999}""";
    private const string Own = """
        {"id":"a","title":"My Own First Paper","year":2024}
        {"id":"b","title":"My Own Second Paper","year":2025}
        {"id":"c"}
        """;

    [Fact]
    public async Task The_sample_says_what_it_is_and_leaves_when_one_s_own_papers_arrive()
    {
        await using var library = await LibraryFolder.CreateAsync(Sample);
        var (app, address) = await library.ServeAsync();
        await using var running = app;
        await using var visit = await site.VisitAsync(address);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Replace it with your own" }).ClickAsync();
        await page.GetByLabel("Files of paper metadata").SetInputFilesAsync(new FilePayload { Name = "../my papers.jsonl", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Own) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add papers" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(address, "/import/progress").ToString());
        await Expect(page.Locator("h1")).ToHaveTextAsync("Imported");
        await Expect(page.Locator("main dl")).ToContainTextAsync("New papers2");
        await Expect(page.Locator("main dl")).ToContainTextAsync("Rejected1");
        await visit.GoAsync("/");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "About this library" })).ToHaveCountAsync(0);
        await visit.GoAsync("/newest");
        await Expect(page.Locator("a.title")).ToHaveTextAsync(["My Own Second Paper", "My Own First Paper"]);
        await visit.GoAsync("/import");
        await Expect(page.Locator("table")).ToContainTextAsync("my-papers.jsonl");
    }

    [Fact]
    public async Task An_empty_library_says_how_to_fill_it()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var (app, address) = await library.ServeAsync();
        await using var running = app;
        await using var visit = await site.VisitAsync(address);
        await visit.GoAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This library is empty");
        await Expect(visit.Page.Locator("pre")).ToHaveTextAsync("winnow import papers.jsonl");
        foreach (var path in (string[])["/venues", "/authors", "/newest", "/about", "/import", "/search?q=anything"])
        {
            Assert.Equal(200, (await visit.GoAsync(path)).Status);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var form = new MultipartFormDataContent { { new StringContent(Own), "files", "own.jsonl" } };
        using var answer = await site.Http.PostAsync("/import", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("out of date", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_visitors_may_not_upload_nothing_is_offered()
    {
        await using var library = await LibraryFolder.CreateAsync(Sample);
        var (app, address) = await library.ServeAsync(new WebOptions { AllowUploads = false });
        await using var running = app;
        await using var visit = await site.VisitAsync(address);
        await visit.GoAsync("/import");
        await Expect(visit.Page.Locator("form.upload")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("pre")).ToContainTextAsync("winnow import");
    }
}
