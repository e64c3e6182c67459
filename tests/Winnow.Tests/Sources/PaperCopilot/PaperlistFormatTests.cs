using Xunit;

namespace Winnow.Tests.Sources.PaperCopilot;

public sealed class PaperlistFormatTests
{
    [Fact]
    public void The_conference_comes_from_the_files_name_and_is_kept_with_the_record()
    {
        var record = Reading.Of("""
            [{"id":7,"title":"A title","author":"Ada Bee;Dee, Cy;Ada Bee","aff":"Home;Away;Home","status":"Withdraw","track":"main","keywords":"a;b","award":true,"gs_citation":-1,
            "site":"https://openreview.net/forum?id=abcDEF123","github":"","bibtex":"@x{k, year={1999}, doi={10.1000/1}}"}]
            """, "lists/corl2021.json").Only;

        Assert.Equal(("paperlists", "corl2021/7", "CoRL", 2021), (record.Source, record.Key, record.Fields.Venue, record.Fields.Year));
        Assert.Equal("Ada Bee, Cy Dee", string.Join(", ", record.Fields.Authors));
        Assert.Equal(("Away", true), (record.Fields.Authors[1].Affiliation, record.Fields.Withdrawn));
        Assert.Equal(["openreview:abcDEF123", "doi:10.1000/1"], record.Fields.Identifiers.Select(identifier => identifier.ToString()));
        Assert.Equal(Reading.Text(record.Fields), Reading.Text(Winnow.Sources.KnownFormats.All.Find("paperlists")!.Parse(record.Raw)));
    }

    [Fact]
    public void Without_a_telling_name_the_citation_says_it() =>
        Assert.Equal(
            ("ICLR", 2020),
            (Reading.Of("""[{"title":"x","author":"A B","aff":"","bibtex":"@x{k, booktitle={International Conference on Learning Representations}, year=2020}"}]""", "list.json").Only.Fields is { } fields
                ? (fields.Venue, fields.Year)
                : default));
}
