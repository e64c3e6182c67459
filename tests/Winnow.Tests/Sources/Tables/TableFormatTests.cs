using Xunit;

namespace Winnow.Tests.Sources.Tables;

public sealed class TableFormatTests
{
    [Fact]
    public void A_row_without_title_costs_itself_and_nothing_else()
    {
        var result = Reading.Of("UID,title,authors\n1,A,x\n2,,y\n3,B,z\n");

        Assert.Equal(["A", "B"], result.Records.Select(record => record.Fields.Title));
        Assert.Equal("The record has no title.", Assert.Single(result.Reasons));
    }

    [Fact]
    public void A_quote_that_never_closes_says_so() =>
        Assert.Equal("The file ends in the middle of this row.", Assert.Single(Reading.Of("title,authors\nA,x\n\"B,y\nC,z\n").Reasons));

    [Theory]
    [InlineData("title,abstract\n\"One, \"\"two\"\"\nthree\",x\n", "One, \"two\" three")]
    [InlineData("\uFEFFtitle;authors\r\nA title;x\r\n", "A title")]
    [InlineData("paper_id\ttitle\tauthors\n7\tA \"quoted\" word\tx\n", "A \"quoted\" word")]
    [InlineData("Title,Author\n\"A\"nother\",x\n", "A\"nother")]
    public void Cells_are_read_as_programs_write_them(string table, string title) => Assert.Equal(title, Reading.Of(table).Only.Fields.Title);

    [Theory]
    [InlineData("A B|C D", "A B, C D")]
    [InlineData("A B; C D", "A B, C D")]
    [InlineData("\"A B, C D and E F\"", "A B, C D, E F")]
    [InlineData("A B · C D", "A B, C D")]
    [InlineData("\"Zhang, Yixiao*; Xia, Gus\"", "Yixiao Zhang, Gus Xia")]
    public void Authors_are_parted_however_they_are_listed(string cell, string expected) =>
        Assert.Equal(expected, string.Join(", ", Reading.Of($"title,authors\nx,{cell}\n").Only.Fields.Authors));

    [Theory]
    [InlineData("data/acl2020/main_papers.csv", "ACL", 2020)]
    [InlineData("neurips2019/programme/posters.csv", "NeurIPS", 2019)]
    [InlineData("emnlp2021.csv", "EMNLP", 2021)]
    [InlineData("holiday2020/papers.csv", null, null)]
    public void The_conference_is_taken_from_the_files_name_if_it_is_a_known_one(string file, string? venue, int? year)
    {
        var record = Reading.Of("title,authors\nx,A B\n", file).Only;

        Assert.Equal((venue, year), (record.Fields.Venue, record.Fields.Year));
        Assert.Equal(Reading.Text(record.Fields), Reading.Text(Winnow.Sources.KnownFormats.All.Find("csv")!.Parse(record.Raw)));
    }

    [Fact]
    public void A_calendar_or_a_table_of_other_things_is_refused()
    {
        Assert.Null(Reading.Of("uid,title,day,start_date,description\n1,Registration,1,2024-11-10,x\n", "events.csv").Format);
        Assert.Null(Reading.Of("query-id\tcorpus-id\tscore\n1\t2\t1\n", "qrels.tsv").Format);
    }
}
