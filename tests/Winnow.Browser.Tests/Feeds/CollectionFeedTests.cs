using System.Net;
using System.Xml.Linq;
using Winnow.Browser.Tests.Site;
using Xunit;

namespace Winnow.Browser.Tests.Feeds;

/// <summary>What only a collection's feed has; that it is valid is tested with all others.</summary>
public sealed class CollectionFeedTests(WinnowSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_collection_has_an_empty_feed()
    {
        var body = await site.Http.GetByteArrayAsync("/collection/nothing-yet.atom", Cancel);
        Assert.Empty(AtomRules.Broken(body));
        Assert.Empty(XDocument.Load(new MemoryStream(body)).Root!.Elements(AtomRules.Atom + "entry"));
    }

    [Fact]
    public async Task Entries_are_the_papers_newest_added_first_under_the_ids_that_other_feeds_give_them()
    {
        var feed = await ReadAsync(site.Http, "/collection/long-rivers.atom");
        var entries = feed.Elements(AtomRules.Atom + "entry").ToList();

        Assert.Equal("Winnow: Long rivers", (string)feed.Element(AtomRules.Atom + "title")!);
        Assert.Equal("What we know of attention along rivers.", (string)feed.Element(AtomRules.Atom + "subtitle")!);
        Assert.Equal(["2026-03-02T09:00:00Z", "2026-03-01T09:00:00Z"], entries.Select(entry => (string)entry.Element(AtomRules.Atom + "updated")!));
        Assert.StartsWith("Read this first. Then ask", (string)entries[0].Element(AtomRules.Atom + "summary")!, StringComparison.Ordinal);
        Assert.Contains("Kettle attends", (string)entries[0].Element(AtomRules.Atom + "summary")!, StringComparison.Ordinal);
        var newest = await ReadAsync(site.Http, "/day/2021-01-04.atom");
        Assert.Equal((string)newest.Element(AtomRules.Atom + "entry")!.Element(AtomRules.Atom + "id")!, (string)entries[0].Element(AtomRules.Atom + "id")!);
    }

    [Fact]
    public async Task What_changes_is_sent_again_and_what_does_not_is_not()
    {
        await using var library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        await FixtureCollections.MakeAsync(library.Collections);
        var (app, address) = await library.ServeAsync();
        await using var stop = app;
        using var http = new HttpClient { BaseAddress = address };
        var rivers = (await library.Collections.FindAsync("long-rivers", Cancel))!;
        var id = (string)(await ReadAsync(http, "/collection/long-rivers.atom")).Element(AtomRules.Atom + "id")!;

        foreach (var change in (Func<Task>[])
        [
            () => library.Collections.RemoveAsync(rivers, FixtureCollections.Teapot, Cancel),
            () => library.Collections.AnnotateAsync(rivers, FixtureCollections.Kettle, "Another note", Cancel),
            () => library.Collections.KeepAsync(rivers, FixtureCollections.Hostile, "", Cancel),
            () => library.Collections.DescribeAsync(rivers, "Short rivers", "", Cancel),
        ])
        {
            using var before = await http.GetAsync("/collection/long-rivers.atom", Cancel);
            Assert.Equal(HttpStatusCode.NotModified, await AskAsync(http, before));
            await change();
            Assert.Equal(HttpStatusCode.OK, await AskAsync(http, before));
            using var after = await http.GetAsync("/collection/long-rivers.atom", Cancel);
            Assert.True(after.Content.Headers.LastModified >= before.Content.Headers.LastModified);
        }

        var renamed = await ReadAsync(http, "/collection/long-rivers.atom");
        Assert.Equal((id, "Winnow: Short rivers"), ((string)renamed.Element(AtomRules.Atom + "id")!, (string)renamed.Element(AtomRules.Atom + "title")!));
        await library.Collections.DeleteAsync(rivers, Cancel);
        using var gone = await http.GetAsync("/collection/long-rivers.atom", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/collection/long-rivers.atom");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<XElement> ReadAsync(HttpClient http, string address)
    {
        var body = await http.GetByteArrayAsync(address, Cancel);
        Assert.Empty(AtomRules.Broken(body));
        return XDocument.Load(new MemoryStream(body)).Root!;
    }
}
