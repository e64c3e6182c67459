using CsCheck;
using Winnow.Papers;
using Winnow.Papers.Export;
using Winnow.Properties;
using Xunit;

namespace Winnow.Tests.Papers.Export;

public sealed class RisExportTests
{
    [Fact]
    public void Hostile_text_stays_on_its_line_and_is_read_back() =>
        Gen.Select(ExportedPaper.HostileText, ExportedPaper.HostileText, ExportedPaper.HostileText).ForAll((title, name, venue) =>
        {
            var paper = ExportedPaper.Of(title, name, "Ada Lovelace") with { Venue = venue, Keywords = [title] };
            var lines = Read(RisExport.Write(paper));
            Assert.Equal(title, Assert.Single(lines, line => line.Tag == "TI").Value);
            Assert.Equal("Lovelace, Ada", lines.Last(line => line.Tag == "AU").Value);
            Assert.Single(lines, line => line.Tag == "ER");
        },
        iter: 10_000);

    [Fact]
    public void A_record_is_what_reference_managers_expect() => Assert.Equal(
        """
        TY  - CPAPER
        TI  - Attention Is All You Need
        AU  - Vaswani, Ashish
        AU  - Shazeer, Noam
        AU  - Kaiser, Łukasz
        PY  - 2017
        T2  - NeurIPS
        DO  - 10.48550/arXiv.1706.03762
        UR  - https://arxiv.org/abs/1706.03762
        ER  - 

        """.Replace("\n", "\r\n", StringComparison.Ordinal),
        RisExport.Write(ExportedPaper.Attention));

    [Theory]
    [InlineData(null, null, "UNPB")]
    [InlineData("ICLR", "Withdrawn", "UNPB")]
    [InlineData("TACL", null, "JOUR")]
    [InlineData("ACL", null, "CPAPER")]
    public void The_type_follows_from_the_place_of_publication(string? venue, string? status, string type) =>
        Assert.Equal(("TY", type), Read(RisExport.Write(ExportedPaper.Attention with { Venue = venue, Status = status }))[0]);

    [Theory]
    [InlineData("Aäron van den Oord", "van den Oord, Aäron")]
    [InlineData("Martin Luther King Jr.", "King, Martin Luther, Jr.")]
    [InlineData("Plato", "Plato")]
    [InlineData("Gemini Team, Google", "Google, Gemini Team")]
    public void Names_are_filed_under_the_family_name(string name, string expected) =>
        Assert.Contains(("AU", expected), Read(RisExport.Write(ExportedPaper.Of("Title", name))));

    [Fact]
    public void Identifiers_are_found_again_in_the_addresses()
    {
        Identifier[] identifiers =
        [
            new(IdentifierScheme.ArXiv, "1810.04805"), new(IdentifierScheme.Doi, "10.18653/v1/n19-1423"), new(IdentifierScheme.Acl, "N19-1423"),
            new(IdentifierScheme.OpenReview, "SkZmKmWOWH"),
        ];
        var lines = Read(RisExport.Write(ExportedPaper.Of("BERT") with { Identifiers = identifiers }));
        var found = lines.Where(line => line.Tag == "UR").Select(line => Identifier.TryParse(line.Value, out var id) ? id : default);
        Assert.Equal(identifiers, found);
    }

    private static List<(string Tag, string Value)> Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text[..^2].Split("\r\n");
        Assert.All(lines, line => Assert.Matches("^[A-Z][A-Z0-9]  - [^\r\n]*\\z", line));
        return [.. lines.Select(line => (line[..2], line[6..]))];
    }
}
