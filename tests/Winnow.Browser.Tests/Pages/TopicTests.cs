using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Feeds;
using Winnow.Browser.Tests.Site;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Winnow.Browser.Tests.Pages;

/// <summary>A library of six months in whose last one a method, Gumbo-R1, comes up that no month before had.</summary>
public sealed class TopicTests(WinnowSite site) : IAsyncLifetime
{
    private const int PapersPerMonth = 60;
    private static readonly DateOnly FirstMonth = new(2025, 9, 1);
    private static readonly string[] Subjects = ["lantern detection", "river parsing", "harbour translation", "orchard ranking", "meadow synthesis", "kettle tuning", "bridge repair"];
    private static readonly string[] Methods = ["quilted networks", "patient sampling", "folded kernels", "copper codes", "tidal gradients", "paper trees", "slow memory", "mossy priors"];

    private LibraryFolder? _library;
    private WebApplication? _app;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        _library = await LibraryFolder.CreateAsync(string.Join('\n', Papers()) + "\n");
        (_app, _address) = await _library.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _library!.DisposeAsync();
    }

    [Fact]
    public async Task What_rises_is_listed_with_its_curve_and_leads_to_its_papers_without_script()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Script: false));
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Topics" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rising topics, February 2026");
        var topic = page.Locator(".topics li").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "Gumbo-R1", Exact = true }) });
        await Expect(topic.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new Regex("^Share of papers, from 0 percent in Sep 2025 to .* percent in Feb 2026\\.$"));
        await topic.GetByText("Why it is here").ClickAsync();
        await Expect(topic.Locator("details")).ToContainTextAsync("papers of 2026-02 have it");
        await topic.GetByRole(AriaRole.Link, new() { Name = "Its papers" }).ClickAsync();
        await Expect(page.Locator("#count")).ToContainTextAsync("20 papers");
    }

    [Fact]
    public async Task A_topic_has_a_page_with_its_numbers_and_papers()
    {
        await using var visit = await site.VisitAsync(_address);
        var page = visit.Page;
        await visit.GoAsync("/topics");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gumbo-R1", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gumbo-R1");
        await page.GetByText("The curve's numbers").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Feb 2026" })).ToContainTextAsync("20");
        await Expect(page.Locator("a.title").First).ToContainTextAsync("Gumbo-R1");
        await page.GetByRole(AriaRole.Link, new() { Name = "February 2026", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/month/2026-02$"));
    }

    [Fact]
    public async Task Earlier_windows_weeks_and_categories_can_be_chosen()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Width: 390, Script: false));
        var page = visit.Page;
        await visit.GoAsync("/topics");
        await page.Locator(".steps a[rel=prev]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/topics\\?window=2026-01$"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Gumbo-R1", Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Week" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Week ");
        await page.GetByLabel("Category").SelectOptionAsync("cs.LG");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/topics\\?span=week&category=cs.LG$"));
    }

    [Fact]
    public async Task Topics_have_a_feed_in_which_each_keeps_its_name_for_ever()
    {
        using var http = new HttpClient { BaseAddress = _address };
        var body = await http.GetByteArrayAsync("/topics.atom?window=2026-02", TestContext.Current.CancellationToken);
        Assert.Empty(AtomRules.Broken(body));
        var entries = XDocument.Load(new MemoryStream(body)).Root!.Elements(AtomRules.Atom + "entry").ToList();
        var gumbo = entries.Single(entry => entry.Element(AtomRules.Atom + "title")!.Value == "Gumbo-R1 (2026-02)");
        Assert.StartsWith("tag:winnow,2026:topic/2026-02/gumbo", gumbo.Element(AtomRules.Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2026-03-01T00:00:00Z", gumbo.Element(AtomRules.Atom + "updated")!.Value);
    }

    [Theory]
    [InlineData("/topics/nobody-wrote-of-this")]
    [InlineData("/topics/%3Cscript%3E")]
    [InlineData("/topics/gumbo?window=1999-01")]
    public async Task A_topic_that_no_paper_has_is_not_here(string path)
    {
        using var http = new HttpClient { BaseAddress = _address };
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_window_without_papers_says_so()
    {
        await using var visit = await site.VisitAsync(_address);
        await visit.GoAsync("/topics?window=1999-01");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("No paper here first appeared in January 1999.");
    }

    [Fact]
    public async Task A_window_in_which_nothing_rose_says_what_to_do()
    {
        await using var visit = await site.VisitAsync(_address, new VisitOptions(Script: false));
        await visit.GoAsync("/topics?window=2025-09");
        var empty = visit.Page.Locator(".empty");
        await Expect(empty).ToContainTextAsync("Nothing of 2025-09 rose by more than chance explains.");
        await empty.GetByRole(AriaRole.Link, new() { Name = "Follow" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What do you follow?");
    }

    private static IEnumerable<string> Papers() =>
        from month in Enumerable.Range(0, 6)
        from i in Enumerable.Range(0, PapersPerMonth)
        let day = FirstMonth.AddMonths(month).AddDays(i % 27)
        let subject = Subjects[i % Subjects.Length]
        let method = Methods[(i + month) % Methods.Length]
        let rises = month == 5 && i % 3 == 0
        select JsonSerializer.Serialize(new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{month}-{i}"),
            source = "papers",
            title = string.Create(CultureInfo.InvariantCulture, $"{(rises ? "Gumbo-R1 does" : "On")} {subject} by {method}: study {(100 * month) + i}"),
            @abstract = $"We study {subject} by means of {method}. {(rises ? "Gumbo-R1 is better than all before." : "It is better than all before.")} Case {i} of {day:yyyy-MM}.",
            authors = new[] { string.Create(CultureInfo.InvariantCulture, $"Ada Number{month}x{i}") },
            published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            categories = new[] { i % 2 == 0 ? "cs.LG" : "cs.CL" },
        });
}
