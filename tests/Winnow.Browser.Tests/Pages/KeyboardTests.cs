using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class KeyboardTests(WinnowSite site)
{
    [Fact]
    public async Task J_and_k_walk_the_papers_and_enter_opens_one()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=lantern");
        var titles = page.Locator("a.title");
        await page.Keyboard.PressAsync("j");
        await Expect(titles.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(titles.Nth(1)).ToBeFocusedAsync();
        var address = await titles.Nth(1).GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(address!);
    }

    [Fact]
    public async Task Slash_goes_to_the_search_box_and_escape_leaves_it()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/venues");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("j?/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("j?/");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Searchbox)).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Question_mark_opens_the_help_which_can_switch_the_keys_off()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/about");
        await page.Keyboard.PressAsync("?");
        var help = page.GetByRole(AriaRole.Dialog, new() { Name = "Help" });
        await Expect(help).ToBeVisibleAsync();
        await help.GetByLabel("Single-key shortcuts").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(help).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_first_tab_skips_to_the_content_and_focus_is_always_seen()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/venues");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }
    }
}
