using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Winnow.Papers;
using Winnow.Sources.Syncing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>The pages that show where each followed source stands.</summary>
public sealed class SourcesTests(WinnowSite site)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_source_says_how_it_stands()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var store = library.Following;
        await EndAsync(store, await library.FollowAsync("arxiv", "cs.CL"), SyncRunState.Finished, null, TimeSpan.FromHours(11));
        await EndAsync(store, await library.FollowAsync("huggingface", "daily"), SyncRunState.Failed, "huggingface.co could not be reached.", TimeSpan.FromHours(5));
        await EndAsync(store, await library.FollowAsync("openreview", "TMLR"), SyncRunState.Waiting, "api2.openreview.net asked to be left alone.", TimeSpan.FromMinutes(30));
        await store.SetPausedAsync((await library.FollowAsync("acl", "acl-2025")).Id, paused: true, Cancel);
        await StartAsync(store, await library.FollowAsync("arxiv", "cs.LG"), 0.25);
        await using var app = (await library.ServeAsync()).App;
        await using var visit = await site.VisitAsync(new Uri(app.Urls.Single()));
        var page = visit.Page;
        await visit.GoAsync("/sources");

        await Expect(Source("ACL Anthology")).ToContainTextAsync("paused");
        await Expect(Source("cs.CL")).ToContainTextAsync("Next in 11 h.");
        await Expect(Source("Hugging Face")).ToContainTextAsync("huggingface.co could not be reached. Next in 5 h.");
        await Expect(Source("TMLR")).ToContainTextAsync("waiting");
        await Expect(Source("cs.LG")).ToContainTextAsync(new Regex("2,000 records read, [0-9]+ a second, 1,500 new, 25 %, about [0-9]+ (s|min) left"));
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "How much of arXiv cs.LG: Machine learning is read" })).ToHaveAttributeAsync("value", "0.250");

        ILocator Source(string title) => page.Locator(".followed").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = title }).First });
    }

    [Fact]
    public async Task The_page_follows_a_run_by_itself_and_keeps_the_focus()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var source = await library.FollowAsync("arxiv", "cs.LG");
        var run = await StartAsync(library.Following, source, 0.25);
        await using var app = (await library.ServeAsync()).App;
        await using var visit = await site.VisitAsync(new Uri(app.Urls.Single()));
        await visit.GoAsync("/sources");
        var pause = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause arXiv" });
        await pause.FocusAsync();

        await library.Following.CommitAsync(source.Id, new SyncCommit(run, "2", new ImportCounts(New: 500), 0.5, null, null), Cancel);
        await Expect(visit.Page.Locator(".state")).ToContainTextAsync(new Regex("2,500 records read, [0-9]+ a second, 2,000 new, 50 %"));
        await Expect(pause).ToBeFocusedAsync();
        await library.Following.EndRunAsync(source.Id, new SyncEnd(run, SyncRunState.Finished, null, 0, Now.AddHours(12), Now), Cancel);
        await Expect(visit.Page.Locator(".state")).ToContainTextAsync("Next in 12 h.");
    }

    [Fact]
    public async Task A_run_that_begins_while_the_page_is_open_appears_on_it()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var source = await library.FollowAsync("arxiv", "cs.LG");
        await EndAsync(library.Following, source, SyncRunState.Finished, null, TimeSpan.FromHours(11));
        await using var app = (await library.ServeAsync()).App;
        await using var visit = await site.VisitAsync(new Uri(app.Urls.Single()));
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync($"/sources/{source.Id}");
        await Expect(visit.Page.Locator(".state")).ToContainTextAsync("Next in 11 h.");

        await StartAsync(library.Following, source, 0.25, started: Now.AddMinutes(1));
        await visit.Page.Clock.FastForwardAsync(15_000);
        await Expect(visit.Page.Locator(".state")).ToContainTextAsync("2,000 records read");
        await Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync(["running"]);
    }

    [Fact]
    public async Task While_it_reads_the_page_looks_again_without_scripts_too()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        await StartAsync(library.Following, await library.FollowAsync("arxiv", "cs.LG"), 0.25);
        await using var app = (await library.ServeAsync()).App;
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var page in (string[])["/sources", "/sources/1", "/follow/progress"])
        {
            Assert.Contains("<noscript><meta http-equiv=\"refresh\"", await http.GetStringAsync(page, Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pausing_resuming_and_removing_work_without_scripts()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        await EndAsync(library.Following, await library.FollowAsync("arxiv", "cs.CL"), SyncRunState.Finished, null, TimeSpan.FromHours(11));
        await using var app = (await library.ServeAsync()).App;
        await using var visit = await site.VisitAsync(new Uri(app.Urls.Single()), new VisitOptions { Script = false });
        var page = visit.Page;
        await visit.GoAsync("/sources");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator(".state")).ToContainTextAsync("paused");
        Assert.True((await library.Following.GetSourcesAsync(Cancel))[0].Paused);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.Locator(".state")).ToContainTextAsync("It is being asked.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow no longer" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing is followed yet");
        Assert.Empty(await library.Following.GetSourcesAsync(Cancel));
    }

    [Fact]
    public async Task The_history_has_counts_errors_and_what_was_set_aside()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var source = await library.FollowAsync("arxiv", "cs.CL");
        Directory.CreateDirectory(Path.Combine(library.Folder, "rejected"));
        await File.WriteAllTextAsync(
            Path.Combine(library.Folder, "rejected", "import-000001.jsonl"),
            """{"file":"https://oaipmh.arxiv.org/oai","record":3,"reason":"It has no title.","excerpt":"<b>bold</b>"}""" + "\n{cut off", Cancel);
        var run = await library.Following.BeginRunAsync(source.Id, Now.AddMinutes(-5), Cancel);
        await library.Following.CommitAsync(
            source.Id, new SyncCommit(run, "1", new ImportCounts(New: 1234, Rejected: 1, Withdrawn: 2), 1, Path.Combine("rejected", "import-000001.jsonl"), null), Cancel);
        await library.Following.EndRunAsync(source.Id, new SyncEnd(run, SyncRunState.Failed, "The list broke off.", 1, Now.AddHours(1), Now.AddMinutes(-5)), Cancel);
        await using var app = (await library.ServeAsync()).App;
        await using var visit = await site.VisitAsync(new Uri(app.Urls.Single()));
        await visit.GoAsync("/sources");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "arXiv cs.CL" }).First.ClickAsync();

        await Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync(["failed: The list broke off."]);
        await Expect(visit.Page.Locator("tbody td.number")).ToHaveTextAsync(["1,234", "0", "0", "0", "2", "1"]);
        await Expect(visit.Page.Locator(".aside-list")).ToContainTextAsync("It has no title.");
        await Expect(visit.Page.Locator(".aside-list code")).ToHaveTextAsync("<b>bold</b>");
        Assert.Equal(404, (await visit.GoAsync("/sources/999")).Status);
    }

    private static async Task<long> StartAsync(ISyncStore store, FollowedSource source, double fraction, DateTimeOffset? started = null)
    {
        var run = await store.BeginRunAsync(source.Id, started ?? Now.AddMinutes(-1), Cancel) ?? throw new InvalidOperationException("It is gone.");
        await store.CommitAsync(source.Id, new SyncCommit(run, "1", new ImportCounts(New: 1500, Unchanged: 500), fraction, null, null), Cancel);
        return run;
    }

    private static async Task EndAsync(ISyncStore store, FollowedSource source, SyncRunState state, string? error, TimeSpan next) =>
        await store.EndRunAsync(source.Id, new SyncEnd(await store.BeginRunAsync(source.Id, Now, Cancel), state, error, error is null ? 0 : 1, Now + next, Now), Cancel);
}
