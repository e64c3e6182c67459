using Xunit;

namespace Winnow.Tests.Sources.Ris;

public sealed class RisFormatTests
{
    private const string Good = "TY  - JOUR\nTI  - A title\nER  - \n";

    [Fact]
    public void A_record_without_title_costs_itself_and_nothing_else()
    {
        var result = Reading.Of($"{Good}TY  - JOUR\nAU  - Nobody\nER  -\n{Good}");

        Assert.Equal(2, result.Records.Count);
        Assert.Equal("The record has no title.", Assert.Single(result.Reasons));
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so() =>
        Assert.Equal("The file ends in the middle of this record.", Assert.Single(Reading.Of($"{Good}TY  - JOUR\nTI  - cut of").Reasons));

    [Theory]
    [InlineData("TY - JOUR\nTI - A title\nER -\n")]
    [InlineData("\uFEFFTY  - JOUR\r\nTI  - A title\r\nER  - \r\n")]
    [InlineData("TY  - JOUR\rTI  - A title\rER  - \r")]
    [InlineData("Record #1 of 1\n\nTY  - JOUR\nT1  - A\n      title\nER  -")]
    public void Programs_write_it_differently(string text) => Assert.Equal("A title", Reading.Of(text).Only.Fields.Title);

    [Fact]
    public void A_record_that_was_not_ended_ends_where_the_next_begins_after_a_blank_line() =>
        Assert.Equal(2, Reading.Of($"TY  - JOUR\nTI  - One\n\n{Good}").Records.Count);

    [Fact]
    public void What_it_says_is_read()
    {
        var fields = Reading.Of("""
            TY  - CONF
            T1  - Deep things
            T2  - Advances in Neural Information Processing Systems
            AU  - Lovelace,Ada
            AU  - Babbage, Charles
            PY  - 2016/12//
            DA  - 2016/12/05
            DO  - https://doi.org/10.1000/ABC
            KW  - depth
            N2  - An abstract
            that goes on
            UR  - //example.org/a; http://example.org/b
            L1  - https://arxiv.org/pdf/1706.03762
            ER  -
            """).Only.Fields;

        Assert.Equal("Ada Lovelace, Charles Babbage", string.Join(", ", fields.Authors));
        Assert.Equal(("NeurIPS", 2016, new DateOnly(2016, 12, 5)), (fields.Venue, fields.Year, fields.Published));
        Assert.Equal("An abstract that goes on", fields.Abstract);
        Assert.Equal(["doi:10.1000/abc", "arxiv:1706.03762"], fields.Identifiers.Select(identifier => identifier.ToString()));
        Assert.Equal("https://example.org/a", fields.Url);
    }

    [Fact]
    public void Web_of_Science_continues_values_and_lists_by_indenting()
    {
        var fields = Reading.Of("FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Lovelace, A\n   Babbage, C\nTI Deep\n   things\nID ENGINES; LOOMS\nUT WOS:1\nER\n\nEF\n").Only.Fields;

        Assert.Equal("Deep things", fields.Title);
        Assert.Equal("A Lovelace, C Babbage", string.Join(", ", fields.Authors));
        Assert.Equal(["ENGINES", "LOOMS"], fields.Keywords);
    }
}
