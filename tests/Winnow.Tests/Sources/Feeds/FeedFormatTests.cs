using Xunit;

namespace Winnow.Tests.Sources.Feeds;

public sealed class FeedFormatTests
{
    private const string Namespaces = "xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:prism=\"http://prismstandard.org/namespaces/basic/2.0/\"";

    [Fact]
    public void An_error_of_the_arXiv_API_is_told_in_its_own_words()
    {
        var result = Reading.Of("""
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
            <entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format for abc</summary></entry></feed>
            """);

        Assert.Equal("arxiv-api", result.Format?.Name);
        Assert.Equal("arXiv answered with an error: incorrect id format for abc.", Assert.Single(result.Reasons));
    }

    [Fact]
    public void An_entry_of_the_arXiv_API_tells_versions_dates_and_where_it_was_published()
    {
        var record = Reading.Of("""
            <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id>
            <entry><id>http://arxiv.org/abs/1706.03762v7</id><title>Attention Is
              All You Need</title><published>2017-06-12T17:57:34Z</published><updated>2023-08-02T00:41:18Z</updated><summary> Dominant. </summary>
            <author><name>Ashish Vaswani</name><arxiv:affiliation>Google</arxiv:affiliation></author><category term="cs.LG"/><arxiv:primary_category term="cs.CL"/>
            <arxiv:comment>15 pages</arxiv:comment><arxiv:journal_ref>Advances in Neural Information Processing Systems 30</arxiv:journal_ref><arxiv:doi>10.1000/1</arxiv:doi></entry></feed>
            """).Only;

        Assert.Equal(("arxiv", "1706.03762"), (record.Source, record.Key));
        Assert.Equal("Attention Is All You Need", record.Fields.Title);
        Assert.Equal(["cs.CL", "cs.LG"], record.Fields.Categories);
        Assert.Equal((1, 7), (record.Fields.Versions[0].Number, record.Fields.Versions[^1].Number));
        Assert.Equal((new DateOnly(2017, 6, 12), new DateOnly(2023, 8, 2)), (record.Fields.Published, record.Fields.Updated));
        Assert.Equal(("NeurIPS", "Google"), (record.Fields.Venue, record.Fields.Authors[0].Affiliation));
        Assert.Equal("15 pages; Advances in Neural Information Processing Systems 30", record.Fields.Comment);
    }

    [Fact]
    public void An_announcement_of_arXiv_is_read_from_RSS()
    {
        var record = Reading.Of($"""
            <rss version="2.0" {Namespaces}><channel><title>cs.CL updates on arXiv.org</title>
            <item><title>On $x$</title><link>https://arxiv.org/abs/2508.13426</link><description>arXiv:2508.13426v2 Announce Type: replace
            Abstract: As large.</description><guid isPermaLink="false">oai:arXiv.org:2508.13426v2</guid><category>cs.CL</category>
            <pubDate>Wed, 20 Aug 2025 00:00:00 -0400</pubDate><arxiv:announce_type>replace</arxiv:announce_type><dc:creator>Andr\'e Bee, Chunhua Liu</dc:creator></item></channel></rss>
            """).Only;

        Assert.Equal(("arxiv-feed", "2508.13426"), (record.Source, record.Key));
        Assert.Equal("As large.", record.Fields.Abstract);
        Assert.Equal("André Bee, Chunhua Liu", string.Join(", ", record.Fields.Authors));
        Assert.Equal((null, new DateOnly(2025, 8, 20), 2), (record.Fields.Published, record.Fields.Updated, record.Fields.Versions[0].Number));
    }

    [Fact]
    public void A_weekend_without_announcements_is_an_empty_feed() => Assert.Empty(Reading.Of("<rss version=\"2.0\"><channel><skipDays><day>Sunday</day></skipDays></channel></rss>").Items);

    [Fact]
    public void A_journals_feed_is_read_with_its_extensions()
    {
        var fields = Reading.Of($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {Namespaces}><item rdf:about="https://example.org/1"><title>A &lt;i&gt;fine&lt;/i&gt; title</title>
            <link>https://example.org/1</link><description>&lt;p&gt;One.&lt;/p&gt;</description><dc:creator>Ada Lovelace</dc:creator><dc:date>2020-02-03</dc:date>
            <prism:doi>10.1000/AB</prism:doi><prism:publicationName>Journal of Machine Learning Research</prism:publicationName></item></rdf:RDF>
            """).Only.Fields;

        Assert.Equal(("A fine title", "One.", "JMLR", 2020), (fields.Title, fields.Abstract, fields.Venue, fields.Year));
        Assert.Equal("doi:10.1000/ab", Assert.Single(fields.Identifiers).ToString());
    }
}
