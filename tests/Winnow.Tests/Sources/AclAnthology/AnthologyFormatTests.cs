using System.Text;
using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources.AclAnthology;

public sealed class AnthologyFormatTests
{
    [Theory]
    [InlineData("2021.tacl", "1", "7", "2021.tacl-1.7")]
    [InlineData("P19", "1", "1", "P19-1001")]
    [InlineData("W19", "1", "3", "W19-0103")]
    [InlineData("W19", "12", "3", "W19-1203")]
    [InlineData("D19", "1", "400", "D19-1400")]
    [InlineData("D19", "50", "1", "D19-5001")]
    public void Ids_are_put_together_as_the_Anthology_does(string collection, string volume, string number, string id) =>
        Assert.Equal(id, Reading.Of(Collection(collection, volume, $"<paper id=\"{number}\"><title>x</title></paper>")).Only.Key);

    [Fact]
    public void Mixed_content_is_flattened_and_formulas_are_kept()
    {
        var fields = Reading.Of(Collection("2020.acl", "main", """
            <paper id="1"><title><fixed-case>B</fixed-case><fixed-case>L</fixed-case>: <tex-math>\beta</tex-math> <b>and</b> <i>more</i></title>
            <author><last>Lovelace</last><first>Ada</first><affiliation>Home</affiliation></author><author><first/><last>Plato</last></author>
            <abstract>We <url>https://github.com/a/b</url> show.</abstract><url hash="1">2020.acl-main.1</url><doi>10.18653/v1/2020.acl-main.1</doi><award>Best Paper</award></paper>
            """)).Only.Fields;

        Assert.Equal(@"BL: $\beta$ and more", fields.Title);
        Assert.Equal("Ada Lovelace, Plato", string.Join(", ", fields.Authors));
        Assert.Equal(("ACL", 2020, "Best Paper", "https://github.com/a/b"), (fields.Venue, fields.Year, fields.Status, fields.Code));
        Assert.Equal("https://aclanthology.org/2020.acl-main.1.pdf", fields.Pdf);
    }

    [Fact]
    public void A_kept_record_is_a_small_Anthology_file_with_its_volume_but_not_its_editors()
    {
        var record = Reading.Of(Collection("2020.acl", "main", "<paper id=\"1\"><title>x</title></paper>")).Only;
        var again = Reading.Of(record.Raw.ToArray()).Only;

        Assert.Equal(record.Key, again.Key);
        Assert.DoesNotContain("editor", Encoding.UTF8.GetString(record.Raw.Span), StringComparison.Ordinal);
        Assert.Equal(2020, KnownFormats.All.Find("acl-anthology")!.Parse(record.Raw).Year);
    }

    [Fact]
    public void A_retracted_paper_is_withdrawn() =>
        Assert.True(Reading.Of(Collection("2020.acl", "main", "<paper id=\"1\"><title>x</title><retracted date=\"2021-01-01\">why</retracted></paper>")).Only.Fields.Withdrawn);

    private static string Collection(string id, string volume, string papers) => $"""
        <collection id="{id}"><volume id="{volume}"><meta><booktitle>Proceedings</booktitle><editor><first>Ed</first><last>Itor</last></editor>
        <year>2020</year><venue>acl</venue><venue>ws</venue></meta><frontmatter><url>f</url></frontmatter>{papers}</volume></collection>
        """;
}
