using System.Net;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Winnow.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>"What do you follow?", with and without scripts.</summary>
public sealed class FollowTests(WinnowSite site)
{
    private const string Paper = """{"id":"one","source":"mine","title":"A Paper of One's Own","year":1999}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_empty_library_asks_and_what_is_chosen_is_followed(bool script)
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var (app, address) = await library.ServeAsync();
        await using var running = app;
        await using var visit = await site.VisitAsync(address, new VisitOptions { Script = script });
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "What do you follow?" }).ClickAsync();
        await page.GetByLabel("Computation and language").CheckAsync();
        await page.GetByText("Biology", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Genomics").CheckAsync();
        await page.GetByLabel("Hugging Face daily papers").CheckAsync();
        await page.GetByLabel("Others, one a line").FillAsync("ICLR 2024\nacl-2023");
        await page.GetByLabel("Addresses of RSS or Atom feeds").FillAsync("https://journal.example.org/feed.xml");
        await page.GetByLabel("Begin").SelectOptionAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(address, "/follow/progress").ToString());
        await Expect(page.Locator("h1")).ToHaveTextAsync("Papers are coming in");
        await Expect(page.Locator(".followed h2")).ToContainTextAsync(
            ["ACL Anthology: acl-2023", "arXiv cs.CL: Computation and language", "arXiv q-bio.GN: Genomics", "Hugging Face daily papers", "journal.example.org/feed.xml", "OpenReview: ICLR.cc/2024/Conference"]);
        var followed = await library.Following.GetSourcesAsync(Cancel);
        Assert.All(followed.Where(source => source.Kind == "arxiv"), source => Assert.NotNull(source.Since));

        await visit.GoAsync("/follow");
        await Expect(page.GetByLabel("Computation and language")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task What_is_not_understood_is_said_and_nothing_is_followed_until_it_is()
    {
        await using var library = await LibraryFolder.CreateAsync(Paper);
        var (app, address) = await library.ServeAsync();
        await using var running = app;
        await using var visit = await site.VisitAsync(address);
        var page = visit.Page;
        await visit.GoAsync("/follow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose at least one thing to follow.");

        await page.GetByLabel("Robotics").CheckAsync();
        await page.GetByLabel("Addresses of RSS or Atom feeds").FillAsync("journal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("\"journal\" is no address of a feed such as https://example.org/feed.xml.");
        await Expect(page.GetByLabel("Robotics")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Addresses of RSS or Atom feeds")).ToHaveValueAsync("journal");
        Assert.Empty(await library.Following.GetSourcesAsync(Cancel));
    }

    [Fact]
    public async Task The_start_page_proposes_it_while_nothing_is_followed()
    {
        await using var library = await LibraryFolder.CreateAsync(Paper);
        var (app, address) = await library.ServeAsync();
        await using var running = app;
        await using var visit = await site.VisitAsync(address);
        await visit.GoAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "What do you follow?" })).ToBeVisibleAsync();

        await library.FollowAsync("arxiv", "cs.CL");
        await visit.GoAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "What do you follow?" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_without_its_token_follows_nothing()
    {
        using var form = new FormUrlEncodedContent([new("category", "cs.CL")]);
        using var answer = await site.Http.PostAsync("/follow", form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, "papers.example.org")]
    [InlineData(null, "papers.example.org")]
    [InlineData(false, null)]
    public async Task Where_visitors_may_not_change_anything_they_can_only_look(bool? uploads, string? host)
    {
        await using var library = await LibraryFolder.CreateAsync(Paper);
        var (app, address) = await library.ServeAsync(new WebOptions { AllowUploads = uploads, AllowedHosts = host is null ? [] : [host] });
        await using var running = app;
        await library.FollowAsync("arxiv", "cs.CL");
        await using var visit = await site.VisitAsync(address);
        foreach (var path in (string[])["/follow", "/follow/progress", "/sources", "/import"])
        {
            Assert.Equal(200, (await visit.GoAsync(path)).Status);
            await Expect(visit.Page.Locator("main form")).ToHaveCountAsync(0);
        }
    }
}
