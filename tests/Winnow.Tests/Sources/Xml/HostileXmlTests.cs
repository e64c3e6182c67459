using Xunit;

namespace Winnow.Tests.Sources.Xml;

public sealed class HostileXmlTests
{
    private const string DocumentType = "The XML declares a document type, which can hide an entity bomb or name a file outside, so it is not read.";
    private const string Item = "<item><title>A title</title></item>";

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/evil.dtd\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE rss>")]
    public void A_document_type_is_refused_in_one_sentence(string declaration)
    {
        var result = Reading.Of($"<?xml version=\"1.0\"?>{declaration}<rss><channel><item><title>&b;&file;</title></item></channel></rss>");

        Assert.Equal("feed", result.Format?.Name);
        Assert.Empty(result.Records);
        Assert.Equal(DocumentType, Assert.Single(result.Reasons));
    }

    [Theory]
    [InlineData("<item><title>&unknown;</title></item>", "Reference to undeclared entity 'unknown'.")]
    [InlineData("<item><title>x</wrong></item>", "The 'title' start tag on line 1 position 57 does not match the end tag of 'wrong'.")]
    [InlineData("<item><title>cut of", "Unexpected end of file has occurred. The following elements are not closed: title, item, channel, rss.")]
    public void Damage_ends_the_file_and_what_stood_before_is_kept(string damage, string what)
    {
        var result = Reading.Of($"<rss><channel>{Item}{damage}");

        Assert.Equal("A title", result.Only.Fields.Title);
        Assert.Equal($"The XML is damaged and not read further: {what}", Assert.Single(result.Reasons));
    }

    [Fact]
    public void Nesting_beyond_reason_ends_the_file()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));

        var result = Reading.Of($"<rss><channel>{Item}<item>{deep}");

        Assert.Equal("A title", result.Only.Fields.Title);
        Assert.Equal("The XML nests more than 1000 deep; it is not read further.", Assert.Single(result.Reasons));
    }

    [Theory]
    [InlineData("A\0 title")]
    [InlineData("A\u0001 title")]
    [InlineData("A&#1; title")]
    [InlineData("A\uFFFE title")]
    public void Characters_that_XML_forbids_do_not_cost_the_record(string title) =>
        Assert.Equal("A title", Reading.Of($"<rss><channel><item><title>{title}</title></item></channel></rss>").Only.Fields.Title);

    [Fact]
    public void Comments_and_processing_instructions_say_nothing() =>
        Assert.Equal("A title", Reading.Of("<rss><channel><item><title>A <!-- no -->title<?no?></title></item></channel></rss>").Only.Fields.Title);
}
