using System.Xml.Linq;
using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Winnow.Web.Feeds;
using Xunit;

namespace Winnow.Browser.Tests.Feeds;

public sealed class AtomWriterTests
{
    private static readonly Uri Origin = new("http://papers.example.org:5170");

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char['\0', '\uFFFF'].Array[0, 30].Select(letters => new string(letters)),
        Gen.OneOf<string>("]]>", "<![CDATA[", "<script>alert(1)</script>", "&amp;&#0;", "\uD800", "\uDC00x", "\uFFFE\uFFFF", "\u202Eevil", "a\r\nb\u0085c\u2028d", " ", "$x < y$", "\U0001FFFE"));

    private static readonly Gen<Paper> AnyPaper = Gen.Select(AnyText, AnyText, AnyText.Array[0, 3], AnyText.Array[0, 3], AnyText, Gen.Int[-5, 12000], (title, text, names, categories, pdf, year) => new Paper
    {
        Id = new PaperId(7),
        Title = title,
        Abstract = text,
        Authors = [.. names.Select(name => new Author(name))],
        Categories = categories,
        Pdf = $"https://example.org/{pdf}",
        Year = year,
        Records = [],
    });

    [Fact]
    public void A_feed_of_any_texts_at_all_is_valid() => Gen.Select(AnyPaper, AnyText, AnyText).ForAll(
        (paper, title, note) =>
        {
            var entry = PaperEntry.Of(paper, Stamp(1), note);
            var feed = new Feed(title, "/newest", "/newest.atom", [entry], 2, HasMore: true);
            Assert.Empty(AtomRules.Broken(AtomWriter.Write(feed, Origin)));
        },
        iter: 2000);

    [Fact]
    public void Cleaning_twice_is_cleaning_once_and_readable_text_is_left_alone() => AnyText.ForAll(
        text =>
        {
            var clean = FeedText.Lines(text);
            Assert.Equal(clean, FeedText.Lines(clean));
            Assert.DoesNotContain('\n', FeedText.Line(text));
            Assert.Equal("Über $O(n \\log n)$ <b> & 𝔸 漢字 👩‍🔬", FeedText.Line("Über $O(n \\log n)$ <b> & 𝔸 漢字 👩‍🔬"));
        },
        iter: 2000);

    [Fact]
    public void A_paper_s_entry_says_who_when_where_and_what()
    {
        var paper = new Paper
        {
            Id = new PaperId(7),
            Title = "Brewing $O(n \\log n)$\n Attention",
            Abstract = "It keeps $x < y$ apart.",
            Authors = [new Author("Zoë Żuraw")],
            Published = new DateOnly(2021, 1, 4),
            Year = 2021,
            Categories = ["cs.LG"],
            Identifiers = [new Identifier(IdentifierScheme.ArXiv, "2101.00001")],
            Pdf = "javascript:alert(1)",
            Records = [],
        };
        var stamp = Stamp(5) with { Revised = new DateOnly(2021, 3, 1) };
        var entry = Read(new Feed("Kettles", "/search?q=a%26b", "/search.atom?q=a%26b", [PaperEntry.Of(paper, stamp)])).Element(AtomRules.Atom + "entry")!;

        Assert.Equal($"tag:winnow,2026:paper/{new RecordId(5)}", Text("id"));
        Assert.Equal("Brewing $O(n \\log n)$ Attention", Text("title"));
        Assert.Equal("2021-01-04T00:00:00Z", Text("published"));
        Assert.Equal("2021-03-01T00:00:00Z", Text("updated"));
        Assert.Equal("Zoë Żuraw", Text("author"));
        Assert.Equal("It keeps $x < y$ apart.", Text("summary"));
        Assert.Equal("cs.LG", (string?)entry.Element(AtomRules.Atom + "category")!.Attribute("term"));
        Assert.Equal(["http://papers.example.org:5170/paper/arxiv/2101.00001"], entry.Elements(AtomRules.Atom + "link").Select(link => (string)link.Attribute("href")!));

        string Text(string name) => entry.Element(AtomRules.Atom + name)!.Value;
    }

    [Fact]
    public void A_feed_is_as_new_as_what_the_library_read_last_even_if_that_appeared_long_ago()
    {
        var old = new Paper { Id = new PaperId(7), Title = "Old", Published = new DateOnly(1950, 10, 1), Records = [] };
        var read = new DateTimeOffset(2026, 3, 11, 8, 30, 15, 250, TimeSpan.Zero);
        var feed = Read(new Feed("Old ones", "/newest", "/newest.atom", [PaperEntry.Of(old, Stamp(5) with { Read = read })]));

        Assert.Equal("2026-03-11T08:30:15Z", feed.Element(AtomRules.Atom + "updated")!.Value);
        Assert.Equal("1950-10-01T00:00:00Z", feed.Element(AtomRules.Atom + "entry")!.Element(AtomRules.Atom + "updated")!.Value);
    }

    [Fact]
    public void Pages_of_a_feed_lead_to_one_another()
    {
        var middle = Read(new Feed("All", "/search?q=a", "/search.atom?q=a", [], 3, HasMore: true));

        Assert.Equal(
            [
                ("self", "http://papers.example.org:5170/search.atom?q=a&page=3"), ("alternate", "http://papers.example.org:5170/search?q=a"),
                ("first", "http://papers.example.org:5170/search.atom?q=a"), ("previous", "http://papers.example.org:5170/search.atom?q=a&page=2"),
                ("next", "http://papers.example.org:5170/search.atom?q=a&page=4"),
            ],
            middle.Elements(AtomRules.Atom + "link").Select(link => ((string)link.Attribute("rel")!, (string)link.Attribute("href")!)));
        Assert.Equal("tag:papers.example.org,2026:/search.atom?q=a", middle.Element(AtomRules.Atom + "id")!.Value);
    }

    private static PaperStamp Stamp(long record) => new(new PaperId(7), new RecordId(record), null, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private static XElement Read(Feed feed)
    {
        var body = AtomWriter.Write(feed, Origin);
        Assert.Empty(AtomRules.Broken(body));
        return XDocument.Load(new MemoryStream(body)).Root!;
    }
}
