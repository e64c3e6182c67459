using System.Text;
using Winnow.Papers;
using Xunit;

namespace Winnow.Tests.Sources.PaperLines;

public sealed class PaperLinesFormatTests
{
    private const string Good = """{"title":"A title","authors":["Ada Lovelace"]}""";

    [Theory]
    [InlineData("""{"abstract":"x"}""", "The record has no title.")]
    [InlineData("""{"title":"  "}""", "The record has no title.")]
    [InlineData("""{"title":null}""", "The record has no title.")]
    [InlineData("""{"title":"cut of""", "It is not valid JSON: Expected end of string, but instead reached end of data.")]
    [InlineData("""{"title":"x"} {"title":"y"}""", "It is not valid JSON: '{' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("[1,2]", "The record is not a JSON object.")]
    [InlineData("null", "The record is not a JSON object.")]
    [InlineData("{\"title\":\"a\u0001b\"}", "It is not valid JSON: '0x01' is invalid within a JSON string. The string should be correctly escaped.")]
    [InlineData("""{"title":NaN}""", "It is not valid JSON: 'N' is an invalid start of a value.")]
    public void A_bad_line_costs_itself_and_nothing_else(string bad, string reason)
    {
        var result = Reading.Of($"{Good}\n{bad}\n{Good}\n");

        Assert.Equal(2, result.Records.Count);
        var rejected = Assert.Single(result.Items.OfType<Winnow.Sources.RejectedRecord>());
        Assert.Equal(reason, rejected.Reason);
        Assert.Equal("input, line 2, record 2", rejected.Place.ToString());
    }

    [Fact]
    public void A_line_nested_too_deeply_is_rejected()
    {
        var deep = new string('[', 5000);

        var result = Reading.Of($$"""
            {{Good}}
            {"title":"x","authors":{{deep}}
            {{Good}}
            """);

        Assert.Equal(2, result.Records.Count);
        Assert.StartsWith("It is not valid JSON: The maximum configured depth of 64 has been exceeded.", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_beyond_16_MiB_is_passed_over_without_being_held()
    {
        var line = $$"""{"title":"x","abstract":"{{new string('y', 17 * 1024 * 1024)}}"}""";

        var result = Reading.Of($"{Good}\n{line}\n{Good}");

        Assert.Equal(2, result.Records.Count);
        Assert.Equal("The record is larger than 16 MiB, which no paper's metadata is; it was skipped.", Assert.Single(result.Reasons));
    }

    [Fact]
    public void A_title_too_long_to_be_one_is_rejected() =>
        Assert.Equal("The title is longer than 4000 characters.", Assert.Single(Reading.Of($$"""{"title":"{{new string('x', 5000)}}"}""").Reasons));

    [Fact]
    public void An_abstract_of_a_megabyte_is_read() =>
        Assert.Equal(1_000_000, Reading.Of($$"""{"title":"x","abstract":"{{new string('y', 1_000_000)}}"}""").Only.Fields.Abstract?.Length);

    [Theory]
    [InlineData("""{"title":["A title","another"]}""")]
    [InlineData("""{"title":{"value":"A title"}}""")]
    [InlineData("""{"title":"wrong","title":"A title"}""")]
    [InlineData("""{"title":"A\u0000 title"}""")]
    [InlineData("""{"title":"A\u202E title\u200B"}""")]
    [InlineData("""{"title":"A title","year":[],"authors":7,"abstract":{},"keywords":{"a":1}}""")]
    public void Odd_types_and_characters_do_not_cost_the_record(string line) => Assert.Equal("A title", Reading.Of(line).Only.Fields.Title);

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("A \uFFFD title", Reading.Of("""{"title":"A \ud83d title"}""").Only.Fields.Title);

    [Theory]
    [InlineData("2024", 2024)]
    [InlineData("\"2024\"", 2024)]
    [InlineData("2024.0", 2024)]
    [InlineData("12024", null)]
    [InlineData("-5", null)]
    [InlineData("999", null)]
    [InlineData("null", null)]
    public void A_year_is_between_1000_and_2100_or_none(string year, int? expected) =>
        Assert.Equal(expected, Reading.Of($$"""{"title":"x","year":{{year}}}""").Only.Fields.Year);

    [Fact]
    public void Source_and_key_are_what_the_line_says()
    {
        var record = Reading.Of("""{"id":"paperlists/3dv2025/05T81ScPFb","title":"x","source":"paperlists:3dv2025"}""").Only;

        Assert.Equal(("paperlists", "paperlists/3dv2025/05T81ScPFb", "winnow"), (record.Source, record.Key, record.Format));
    }

    [Fact]
    public void Without_an_id_the_key_is_the_arXiv_id_and_without_that_a_hash_that_a_better_abstract_does_not_change()
    {
        Assert.Equal("2405.15738", Reading.Of("""{"arxiv":"2405.15738v2","title":"x"}""").Only.Key);
        var one = Reading.Of("""{"title":"x","authors":["A B"],"year":2020}""").Only;
        var other = Reading.Of("""{"title":"x","authors":["A B"],"year":2020,"abstract":"Better."}""").Only;
        Assert.Equal("file", one.Source);
        Assert.Equal(one.Id, other.Id);
    }

    [Fact]
    public void All_that_a_line_says_is_read()
    {
        var fields = Reading.Of("""
            {"id":"n/1","title":"Erd\u0151s  graphs","abstract":"We show. Code: https://github.com/a/b.git.","authors":["Ada Lovelace","Babbage, Charles"],
            """.TrimEnd() + """
            "affiliations":["Ada Lovelace (Home)","Cambridge"],"year":2019,"venue":"NIPS","status":"Withdrawn","track":"t","session":"s","categories":["cs.CL"],
            """.TrimEnd() + """
            "keywords":["graphs","Graphs"],"url":"https://openreview.net/forum?id=abcDEF123","pdf":"https://arxiv.org/pdf/1706.03762v7","doi":"10.18653/v1/N19-1423",
            """.TrimEnd() + """
            "published":"2019-12-01","tldr":"Short.","comment":"9 pages"}
            """).Only.Fields;

        Assert.Equal("Erdős graphs", fields.Title);
        Assert.Equal([new Author("Ada Lovelace", "Home"), new Author("Charles Babbage", "Cambridge")], fields.Authors);
        Assert.Equal(("NeurIPS", 2019, new DateOnly(2019, 12, 1)), (fields.Venue, fields.Year, fields.Published));
        Assert.Equal("https://github.com/a/b", fields.Code);
        Assert.True(fields.Withdrawn);
        Assert.Equal(["graphs"], fields.Keywords);
        Assert.Equal(
            ["doi:10.18653/v1/n19-1423", "acl:N19-1423", "openreview:abcDEF123", "arxiv:1706.03762"],
            fields.Identifiers.Select(identifier => identifier.ToString()));
    }

    [Fact]
    public void Lists_and_single_objects_and_crawlers_names_are_read_too()
    {
        Assert.Equal(2, Reading.Of($"[{Good},\n{Good}]").Records.Count);
        Assert.Equal("a", Reading.Of("{\n \"title\": \"x\",\n \"summary\": \"a\"\n}\n").Only.Fields.Abstract);
    }

    [Fact]
    public void A_record_is_kept_as_its_bytes() =>
        Assert.Equal(Good, Encoding.UTF8.GetString(Reading.Of($"\r\n{Good}\r\n").Only.Raw.Span));
}
