using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

public sealed class AppearanceTests(WinnowSite site)
{
    public static TheoryData<string> Everywhere => new("/", "/search?q=weather", "/search?q=hostile", "/paper/arxiv/2101.00001", "/venues", "/venues/NeurIPS", "/authors", "/newest", "/collections", "/collection/long-rivers", "/collection/nothing-yet", FixtureCollections.HostilePath, "/collection/long-rivers/edit", "/collection/long-rivers/delete", $"/keep?paper={FixtureCollections.Kettle}", "/trending", "/trending/all?category=cs.LG", "/topics", "/day/2021-01-04", "/day/2021-01-09", "/month/2021-01", "/categories", "/categories/cs.LG", "/import", "/follow", "/sources", "/about", "/help", "/nothing/here");

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_phone_never_scrolls_sideways(string path)
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Width: 390));
        await visit.GoAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task The_system_s_theme_is_followed_and_a_choice_is_remembered()
    {
        await using var visit = await site.VisitAsync(new VisitOptions(Dark: true));
        var page = visit.Page;
        await visit.GoAsync("/");
        var dark = await BackgroundAsync();
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" });
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        await toggle.ClickAsync();
        var light = await BackgroundAsync();
        Assert.NotEqual(dark, light);
        await visit.GoAsync("/venues");
        Assert.Equal(light, await BackgroundAsync());
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "false");

        Task<string> BackgroundAsync() => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }
}
