using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Winnow.Readers.Collections;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>Collections as readers make, fill, change and delete them, each at a site of its own.</summary>
public sealed class CollectionTests(WinnowSite site) : IAsyncLifetime
{
    private LibraryFolder _library = null!;
    private WebApplication _app = null!;
    private Uri _address = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        (_app, _address) = await _library.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _library.DisposeAsync();
    }

    [Fact]
    public async Task Without_scripts_a_paper_is_kept_from_search_noted_taken_out_and_put_back()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/collections");
        await Expect(page.Locator("main")).ToContainTextAsync("There are none yet.");
        await visit.GoAsync("/search?q=kettle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep in a collection: Kettle" }).ClickAsync();
        await page.GetByLabel("Name of your first collection").FillAsync("Long rivers");
        await page.GetByLabel("Note").FillAsync("Read this first.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search\\?q=kettle#p-"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Kept in Long rivers: Kettle" })).ToHaveTextAsync("Kept");

        await page.GetByRole(AriaRole.Link, new() { Name = "Collections" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Long rivers" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("1 paper, the one added last first.");
        var added = await page.Locator(".kept-how time").GetAttributeAsync("datetime");
        await page.GetByText("Change note").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Note on Kettle" }).FillAsync("Read this second.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        await Expect(page.Locator(".kept-note")).ToHaveTextAsync("Note: Read this second.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Kettle" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("No paper is in it yet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Expect(page.Locator(".kept-note")).ToHaveTextAsync("Note: Read this second.");
        await Expect(page.Locator(".kept-how time")).ToHaveAttributeAsync("datetime", added!);
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Put it back" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_scripts_the_keyboard_keeps_a_paper_in_a_dialog_and_is_led_back_to_the_button()
    {
        await _library.Collections.CreateAsync("Long rivers", "", Cancel);
        await using var visit = await site.VisitAsync(_address);
        var page = visit.Page;
        await visit.GoAsync("/search?q=kettle");
        var button = page.Locator("button[form=keeping]").First;
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Keep in a collection" });
        await Expect(dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Long rivers" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Long rivers" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("LONG RIVERS");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is a collection called LONG RIVERS already.");
        await Expect(dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Long rivers" })).ToBeCheckedAsync();
        await dialog.GetByLabel("Or a new one").FillAsync("Short rivers");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(button).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^Kept in Long rivers, Short rivers: Kettle"));
        await Expect(button).ToBeFocusedAsync();
        await Expect(page.Locator("#live")).ToHaveTextAsync("Kept in Long rivers, Short rivers.");
        Assert.Equal("/search?q=kettle", new Uri(page.Url).PathAndQuery);
        Assert.Equal(["Long rivers", "Short rivers"], (await _library.Collections.GetKeepingAsync([FixtureCollections.Kettle], Cancel)).Select(kept => kept.Name));
    }

    [Fact]
    public async Task From_what_is_typed_the_dialog_still_comes_and_what_another_has_changed_meanwhile_stays()
    {
        var (one, other) = (await _library.Collections.CreateAsync("One", "", Cancel), await _library.Collections.CreateAsync("Other", "", Cancel));
        await _library.Collections.KeepAsync(one, FixtureCollections.Kettle, "", Cancel);
        await using var visit = await site.VisitAsync(_address);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("kettle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kept in One: Kettle" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "One" }).UncheckAsync();
        await _library.Collections.KeepAsync(other, FixtureCollections.Kettle, "", Cancel);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("#live")).ToHaveTextAsync("Kept nowhere any more.");
        Assert.Equal("Other", Assert.Single(await _library.Collections.GetKeepingAsync([FixtureCollections.Kettle], Cancel)).Name);
    }

    [Fact]
    public async Task The_paper_s_page_keeps_it_and_says_where_it_is_kept()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Width: 390));
        var page = visit.Page;
        await visit.GoAsync("/paper/arxiv/2101.00001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep in a collection: Kettle" }).ClickAsync();
        await page.GetByLabel("Name of your first collection").FillAsync("Long rivers");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".kept-in")).ToHaveTextAsync("In the collection Long rivers");
        await page.Locator(".kept-in a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "More like these" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"/like?more={FixtureCollections.Kettle}");
        await Expect(page.Locator(".paper").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_name_keeps_the_address_and_deleting_asks_first()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/collections");
        await page.GetByLabel("Name").FillAsync("Long rivers");
        await page.GetByLabel("What it is for").FillAsync("For the group.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/collection/long-rivers");
        await visit.GoAsync("/collections");
        await page.GetByLabel("Name").FillAsync("long rivers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is a collection called long rivers already.");
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("long rivers");

        await visit.GoAsync("/collection/long-rivers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rename or delete" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Short rivers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/collection/long-rivers");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Short rivers");

        await page.GetByRole(AriaRole.Link, new() { Name = "Rename or delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete this collection" }).ClickAsync();
        Assert.Single(await _library.Collections.GetAllAsync(Cancel));
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/collections");
        Assert.Empty(await _library.Collections.GetAllAsync(Cancel));
        Assert.Equal(404, (await visit.GoAsync("/collection/long-rivers")).Status);
    }

    [Fact]
    public async Task A_long_collection_has_pages_and_an_address_beyond_the_last_leads_to_it()
    {
        var all = await _library.Collections.CreateAsync("All", "", Cancel);
        await FillAsync(all);
        await using var visit = await site.VisitAsync(_address);
        var page = visit.Page;
        await visit.GoAsync("/collection/all");
        await Expect(page.Locator(".paper")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "More like these" }).ClickAsync();
        await Expect(page.Locator("details.chosen summary")).ToHaveTextAsync("50 papers chosen");
        await visit.GoAsync("/collection/all?page=2");
        await Expect(page.Locator(".paper")).ToHaveCountAsync(FixturePapers.Count - 50);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove " }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/collection/all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync($"{FixturePapers.Count} papers");
        await visit.GoAsync("/collection/all?page=900");
        await Expect(page).ToHaveURLAsync("/collection/all?page=2");
    }

    [Fact]
    public async Task A_collection_is_taken_along_whole()
    {
        var all = await _library.Collections.CreateAsync("All", "", Cancel);
        await FillAsync(all);
        await _library.Collections.AnnotateAsync(all, FixtureCollections.Kettle, "Mine", Cancel);
        using var http = new HttpClient { BaseAddress = _address };

        Assert.Equal(FixturePapers.Count, (await GetAsync("bib", "application/x-bibtex")).Split("\n@").Length);
        Assert.Equal(FixturePapers.Count, (await GetAsync("ris", "application/x-research-info-systems")).Split("ER  - ").Length - 1);
        var lines = (await GetAsync("jsonl", "application/jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(FixturePapers.Count, lines.Length);
        Assert.Contains("\"note\":\"Mine\"", Assert.Single(lines, line => line.Contains("Kettle: Brewing", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var none = await http.GetAsync("/collection/none.bib", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);

        async Task<string> GetAsync(string ending, string type)
        {
            using var answer = await http.GetAsync($"/collection/all.{ending}", Cancel);
            Assert.Equal((type, $"all.{ending}"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
            return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }

    private async Task FillAsync(Collection collection)
    {
        foreach (var paper in (await _library.Reads.GetNewestAsync(0, 100, Cancel)).Papers)
        {
            await _library.Collections.KeepAsync(collection, paper.Id, "", Cancel);
        }
    }
}
