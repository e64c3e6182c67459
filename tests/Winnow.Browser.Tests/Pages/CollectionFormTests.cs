using System.Net;
using Winnow.Browser.Tests.Site;
using Winnow.Web;
using Winnow.Web.Readers;
using Xunit;

namespace Winnow.Browser.Tests.Pages;

/// <summary>What is sent to collections without being a reader's form, by readers who may not, or too often.</summary>
public sealed class CollectionFormTests
{
    private static readonly (string Path, string Field)[] Forms =
    [
        ("/collections", "name=Another"),
        ("/collection/long-rivers/edit", "name=Another"),
        ("/collection/long-rivers/delete", ""),
        ("/collection/long-rivers?handler=remove", $"paper={FixtureCollections.Kettle}"),
        ("/collection/long-rivers?handler=note", $"paper={FixtureCollections.Kettle}&note=x"),
        ("/collection/long-rivers?handler=restore", $"paper={FixtureCollections.Hostile}&added=0"),
        ("/keep", $"paper={FixtureCollections.Hostile}&in=long-rivers"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_page_s_token_or_from_elsewhere_nothing_is_changed()
    {
        await using var library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        await FixtureCollections.MakeAsync(library.Collections);
        var (app, address) = await library.ServeAsync();
        await using var stop = app;
        using var http = Client(address);
        var before = await StateAsync(library);
        var token = await TokenAsync(http);

        foreach (var (path, field) in Forms)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, path, field));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, path, $"{field}&token=made-up"));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(http, path, $"{field}&token={token}", from: "cross-site"));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, path, $"{field}&token={token}", type: "text/plain"));
            using var get = await http.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{field}&token={token}", Cancel);
            Assert.False(get.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(before, await StateAsync(library));
    }

    [Fact]
    public async Task What_is_not_there_is_said_so_and_a_reader_is_never_led_elsewhere()
    {
        await using var library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        await FixtureCollections.MakeAsync(library.Collections);
        var (app, address) = await library.ServeAsync();
        await using var stop = app;
        using var http = Client(address);
        var token = await TokenAsync(http);

        foreach (var (path, field) in Forms.Where(form => form.Path.StartsWith("/collection/", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, path.Replace("long-rivers", "none", StringComparison.Ordinal), $"{field}&token={token}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, "/keep", $"paper=0000000000zz&token={token}"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, "/collection/long-rivers?handler=remove", $"paper=no-id&token={token}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/keep")
        {
            Content = new FormUrlEncodedContent([new("paper", $"{FixtureCollections.Kettle} p-1"), new("token", token), new("back", "//evil.example.org/")]),
        };
        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal("/#p-1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Where_visitors_may_not_change_them_they_can_only_read()
    {
        await using var library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        await FixtureCollections.MakeAsync(library.Collections);
        var (app, address) = await library.ServeAsync(new WebOptions { AllowedHosts = ["papers.example.org"] });
        await using var stop = app;
        using var http = Client(address);
        var before = await StateAsync(library);
        var token = await TokenAsync(http);

        foreach (var path in (string[])["/collections", "/collection/long-rivers", "/paper/arxiv/2101.00001", "/search?q=kettle", "/trending/all"])
        {
            var html = await http.GetStringAsync(path, Cancel);
            Assert.DoesNotContain("form=\"keeping\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/collection", html, StringComparison.Ordinal);
            Assert.DoesNotContain("/edit\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("In the collection", await http.GetStringAsync("/paper/arxiv/2101.00001", Cancel), StringComparison.Ordinal);
        Assert.Contains("Read this first.", await http.GetStringAsync("/collection/long-rivers", Cancel), StringComparison.Ordinal);
        foreach (var path in (string[])["/collection/long-rivers/edit", "/collection/long-rivers/delete", $"/keep?paper={FixtureCollections.Kettle}"])
        {
            using var answer = await http.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var (path, field) in Forms)
        {
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, path, $"{field}&token={token}"));
        }

        Assert.Equal(before, await StateAsync(library));
    }

    [Fact]
    public async Task After_three_hundred_changes_an_address_waits_and_reading_goes_on()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var (app, address) = await library.ServeAsync();
        await using var stop = app;
        using var http = Client(address);
        for (var change = 0; change < CollectionLimit.AtOnce; change++)
        {
            // Refused as they have no token, and counted all the same.
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, "/collections", "name=x"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/collections") { Content = new FormUrlEncodedContent([new("name", "x")]) };
        using var refused = await http.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, "/vote", "vote=0"));
        using var page = await http.GetAsync("/collections", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static HttpClient Client(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>The token that every page has for a reader without a pseudonym.</summary>
    private static async Task<string> TokenAsync(HttpClient http) => Uri.EscapeDataString((await http.GetStringAsync("/about", Cancel)).Split("name=\"token\" value=\"")[1].Split('"')[0]);

    private static async Task<string> StateAsync(LibraryFolder library)
    {
        var all = await library.Collections.GetAllAsync(Cancel);
        var kept = await library.Collections.GetPapersAsync(all.Single(one => one.Slug == "long-rivers"), 0, 10, Cancel);
        return $"{string.Join('\n', all)}\n{string.Join('\n', kept.Papers.Select(one => $"{one.Paper.Id} {one.Added} {one.Note}"))}";
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, string body, string from = "same-origin", string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        request.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
