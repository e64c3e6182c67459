using Winnow.Papers;
using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources.OaiPmh;

public sealed class OaiFormatTests
{
    [Fact]
    public void A_deleted_record_and_an_error_are_told_apart_and_the_rest_is_read()
    {
        var result = Reading.Of($"""
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
            <record><header status="deleted"><identifier>oai:x:1</identifier><datestamp>2024-03-02</datestamp></header></record>
            <record><header status="deleted"><datestamp>2024-03-02</datestamp></header></record>
            {Record("<arXiv><id>2508.21012</id><created>2025-12-16</created><title>A title</title></arXiv>")}
            <resumptionToken>ignored</resumptionToken></ListRecords></OAI-PMH>
            """);

        Assert.Equal("2508.21012", result.Only.Key);
        var deletion = Assert.Single(result.Items.OfType<ReadDeletion>()).Deletion;
        Assert.Equal((RecordId.Of("oai", "oai:x:1"), new DateOnly(2024, 3, 2)), (Assert.Single(deletion.Records), deletion.On));
        Assert.Equal("The repository has deleted a record and does not say which.", Assert.Single(result.Reasons));
        Assert.Equal(
            "The repository answered with an error: noRecordsMatch Nothing.",
            Assert.Single(Reading.Of("<OAI-PMH><error code=\"noRecordsMatch\">Nothing</error></OAI-PMH>").Reasons));
    }

    [Fact]
    public void What_arXiv_deleted_is_meant_under_both_keys_that_its_records_have()
    {
        var deletion = Assert.Single(Reading.Of(
            "<OAI-PMH><ListRecords><record><header status=\"deleted\"><identifier>oai:arXiv.org:hep-th/9901001</identifier><datestamp>2005-09-16</datestamp></header></record></ListRecords></OAI-PMH>")
            .Items.OfType<ReadDeletion>()).Deletion;

        Assert.Equal([RecordId.Of("arxiv", "hep-th/9901001"), RecordId.Of("oai", "oai:arXiv.org:hep-th/9901001")], deletion.Records);
    }

    [Fact]
    public void A_record_that_only_speaks_of_deleted_things_is_a_record() =>
        Assert.Equal("On deleted files", Reading.Of(List("<arXiv><id>2508.21012</id><title>On deleted files</title></arXiv>")).Only.Fields.Title);

    [Fact]
    public void What_arXiv_calls_created_is_the_first_day_only_if_the_id_agrees()
    {
        var late = Reading.Of(List("<arXiv><id>2508.21012</id><created>2025-12-16</created><title>x</title></arXiv>")).Only.Fields;
        var first = Reading.Of(List("<arXiv><id>2508.21012</id><created>2025-08-28</created><title>x</title></arXiv>")).Only.Fields;

        Assert.Equal((2025, null, new DateOnly(2025, 12, 16)), (late.Year, late.Published, late.Updated));
        Assert.Equal(new DateOnly(2025, 8, 28), first.Published);
    }

    [Fact]
    public void ArXivRaw_has_versions_and_a_flat_list_of_authors()
    {
        var fields = Reading.Of(List("""
            <arXivRaw><id>math.GT/0309136</id><version version="v1"><date>Mon, 8 Sep 2003 01:02:03 GMT</date></version><version version="v2"><date>Tue, 9 Sep 2003 01:02:03 GMT</date></version>
            <title>Andr\'e's knots</title><authors>A. B\'ee (1), C. Dee and E. Eff ((1) Somewhere)</authors><categories>math.GT math.AT</categories>
            <comments>This paper has been withdrawn</comments><acm-class>57M25</acm-class></arXivRaw>
            """)).Only.Fields;

        Assert.Equal("A. Bée, C. Dee, E. Eff", string.Join(", ", fields.Authors));
        Assert.Equal((2003, new DateOnly(2003, 9, 8), 2), (fields.Year, fields.Published, fields.Versions.Count));
        Assert.True(fields.Withdrawn);
        Assert.Equal("arxiv:math/0309136", Assert.Single(fields.Identifiers).ToString());
    }

    [Fact]
    public void Dublin_Core_is_read_from_any_repository()
    {
        var record = Reading.Of(List("""
            <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Work</dc:title><dc:creator>Bee, Ada</dc:creator>
            <dc:description>short</dc:description><dc:description>the longer one</dc:description><dc:date>2019-05-01</dc:date><dc:date>2003</dc:date><dc:identifier>https://doi.org/10.1000/7</dc:identifier></oai_dc:dc>
            """)).Only;

        Assert.Equal(("oai", "oai:x:1"), (record.Source, record.Key));
        Assert.Equal(("Ada Bee", 2003, "the longer one"), (record.Fields.Authors[0].Name, record.Fields.Year, record.Fields.Abstract));
    }

    [Fact]
    public void An_unknown_metadata_format_is_named() =>
        Assert.Equal("The metadata format \"marcxml\" is not one that Winnow reads.", Assert.Single(Reading.Of(List("<marcxml/>")).Reasons));

    private static string List(string metadata) => $"<OAI-PMH><ListRecords>{Record(metadata)}</ListRecords></OAI-PMH>";

    private static string Record(string metadata) => $"<record><header><identifier>oai:x:1</identifier></header><metadata>{metadata}</metadata></record>";
}
