using System.Text;
using CsCheck;
using Winnow.Properties;
using Winnow.Sources;
using Winnow.Sources.OaiPmh;
using Xunit;

namespace Winnow.Tests.Sources.OaiPmh;

public sealed class OaiEnvelopeTests
{
    private const string Page = """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-25T03:00:00Z</responseDate><request verb="ListRecords">x</request><ListRecords>
        <record><header><identifier>oai:arXiv.org:2601.00001</identifier><datestamp>2026-11-03</datestamp></header><metadata><arXivRaw><id>2601.00001</id><title>One</title><datestamp>1999-01-01</datestamp></arXivRaw></metadata></record>
        <record><header><identifier>oai:arXiv.org:2601.00002</identifier><datestamp>2026-11-02</datestamp></header><metadata><arXivRaw><id>2601.00002</id><title>Two</title></arXivRaw></metadata></record>
        <record><header><identifier>oai:arXiv.org:2601.00003</identifier><datestamp>2026-11-04</datestamp></header><metadata><arXivRaw><id>2601.00003</id><title>Three</title></arXivRaw></metadata></record>
        <resumptionToken expirationDate="2026-11-26T00:00:00Z" completeListSize="9" cursor="3">a&amp;b|1</resumptionToken></ListRecords></OAI-PMH>
        """;

    [Fact]
    public void What_stands_around_the_records_is_read()
    {
        var envelope = OaiEnvelope.Read(Encoding.UTF8.GetBytes(Page));
        Assert.Equal(
            (true, new DateOnly(2026, 11, 25), "a&b|1", new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), 9L, 3L, 3, new DateOnly(2026, 11, 4), false),
            (envelope.IsOai, envelope.ResponseDay!.Value, envelope.Token, envelope.TokenExpires!.Value, envelope.ListSize!.Value, envelope.ListPosition!.Value, envelope.Records,
                envelope.NewestDay!.Value, envelope.IsDamaged));
    }

    [Fact]
    public void An_empty_token_is_the_end_and_an_error_is_told()
    {
        Assert.Null(OaiEnvelope.Read("<OAI-PMH><ListRecords><resumptionToken completeListSize=\"3\"/></ListRecords></OAI-PMH>"u8.ToArray()).Token);
        var error = OaiEnvelope.Read("<OAI-PMH><error code=\"badResumptionToken\">It has expired</error></OAI-PMH>"u8.ToArray());
        Assert.Equal(("badResumptionToken", "It has expired"), (error.ErrorCode, error.ErrorText));
        Assert.False(OaiEnvelope.Read("<html><body><p>Wait</body>"u8.ToArray()).IsOai);
        Assert.False(OaiEnvelope.Read(Array.Empty<byte>()).IsOai);
    }

    [Fact]
    public void Of_a_damaged_page_the_token_is_found_and_each_healthy_record_read()
    {
        var body = Encoding.UTF8.GetBytes(Page.Replace("<title>Two</title>", "<title>Two & a half</title>", StringComparison.Ordinal));
        var envelope = OaiEnvelope.Read(body);
        Assert.Equal((true, "a&b|1"), (envelope.IsDamaged, envelope.Token));
        var items = OaiPageItems.Read(new OaiFormat(), body, envelope.IsDamaged, "page", TimeProvider.System);
        Assert.Equal(["2601.00001", "2601.00003"], items.OfType<ReadRecord>().Select(item => item.Record.Key));
        Assert.Equal(2, Assert.Single(items.OfType<RejectedRecord>()).Place.Number);
    }

    [Fact]
    public void A_document_type_is_not_read()
    {
        var envelope = OaiEnvelope.Read(Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + Page[Page.IndexOf("<OAI", StringComparison.Ordinal)..]));
        Assert.True(envelope.IsDamaged);
    }

    [Fact]
    public void Any_damage_to_a_page_ends_in_items_and_never_in_an_exception() =>
        Gen.Select(Gen.Int[0, Page.Length - 1], Gen.Int[0, 40], Gen.String[0, 8]).ForAll((at, cut, inserted) =>
        {
            var body = Encoding.UTF8.GetBytes(string.Concat(Page.AsSpan(0, at), inserted, Page.AsSpan(Math.Min(Page.Length, at + cut))));
            var envelope = OaiEnvelope.Read(body);
            OaiPageItems.Read(new OaiFormat(), body, envelope.IsDamaged, "page", TimeProvider.System);
        });
}
