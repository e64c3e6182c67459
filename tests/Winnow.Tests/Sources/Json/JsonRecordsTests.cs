using System.Text;
using CsCheck;
using Winnow.Properties;
using Winnow.Sources.Json;
using Winnow.Sources.Reading;
using Xunit;

namespace Winnow.Tests.Sources.Json;

public sealed class JsonRecordsTests
{
    private static readonly string[] Lists = ["message", "items", "data"];

    [Theory]
    [InlineData("""[{"a":1},{"a":"]}"},[2],null,"x"]""", """{"a":1}|{"a":"]}"}|[2]|null|"x" """)]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("""{"data":[{"a":1},{"a":2}],"next":{"data":3}}""", """{"a":1}|{"a":2}""")]
    [InlineData("""{"total":7,"x":{"data":[1]},"data":[{"a":1}]}""", """{"a":1}""")]
    [InlineData("""{"message":{"facets":{},"items":[{"a":1}],"query":null}}""", """{"a":1}""")]
    [InlineData("""{"status":"ok","message":{"DOI":"10.1/x"}}""", """{"DOI":"10.1/x"}""")]
    [InlineData("""{"data":[]}{"data":[1]}""", "1")]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", """{"a":1}|{"a":2}""")]
    [InlineData("{\"data\":[{\"a\":1}]}\n{\"data\":[{\"a\":2}]}\n", """{"a":1}|{"a":2}""")]
    [InlineData("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1\n}")]
    [InlineData("\u001E{\"a\":1}\n\u001E{\"a\":2}\n", """{"a":1}|{"a":2}""")]
    [InlineData("""{"papers":{"7":{"a":1},"8":{"a":2}},"z":1}""", """{"a":1}|{"a":2}""")]
    [InlineData("", "")]
    [InlineData("[]", "")]
    public void Records_are_found_wherever_publishers_put_them(string json, string expected) =>
        Assert.Equal(expected.TrimEnd(), string.Join('|', Split(json).Select(piece => Encoding.UTF8.GetString(piece.Bytes.Span))));

    [Theory]
    [InlineData("""[{"a":1},{"b":tru},{"c":3}]""")]
    [InlineData("""[{"a":1},{"b":"\q"},{"c":3}]""")]
    [InlineData("[{\"a\":1},{\"b\":\"not closed},\n{\"c\":3}]")]
    [InlineData("{\"a\":1}\n{\"b\":\"not closed}\n{\"c\":3}\n")]
    [InlineData("{\"a\":1}\n{\"b\":[[[[\n{\"c\":3}\n")]
    public void What_follows_a_malformed_record_is_still_found(string json) =>
        Assert.EndsWith("""{"c":3}""", string.Join('|', Split(json).Select(piece => Encoding.UTF8.GetString(piece.Bytes.Span))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"a":1},{"a":2""", "The file ends in the middle of this record.")]
    [InlineData("""[{"a":1},""", "The file ends before its list of records does.")]
    [InlineData("""[{"a":1}""", "The file ends before its list of records does.")]
    [InlineData("""{"data":[{"a":1},{"a":"x""", "The file ends in the middle of this record.")]
    public void A_file_that_was_cut_off_says_so_once(string json, string problem)
    {
        var pieces = Split(json);

        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(pieces[0].Bytes.Span));
        Assert.Equal(problem, Assert.Single(pieces, piece => piece.Problem is not null).Problem);
    }

    [Fact]
    public void A_million_brackets_are_no_stack_overflow()
    {
        Assert.Single(Split(new string('[', 1_000_000)));
        Assert.NotEmpty(Split(string.Concat(Enumerable.Repeat("{\"items\":", 100_000))));
    }

    [Fact]
    public void Lines_are_counted() => Assert.Equal([2, 4], Split("[\n{\"a\":1},\n\n{\"a\":\n2}]").Select(piece => piece.Line));

    [Fact]
    public void Any_text_is_split_without_an_exception_and_the_same_however_it_arrives() =>
        Gen.Select(Gen.Char["{}[]\",:\\\n a1itemsd"].Array[0, 60], Gen.Int[1, 5]).ForAll(
            (characters, size) =>
            {
                var bytes = Encoding.ASCII.GetBytes(characters);
                var whole = JsonRecords.Split(new MemoryStream(bytes), Lists, ["papers"]).Select(Text);
                Assert.Equal(whole, JsonRecords.Split(new TrickleStream(bytes, size), Lists, ["papers"]).Select(Text));
            },
            iter: 20_000);

    private static List<RawPiece> Split(string json) => [.. JsonRecords.Split(new MemoryStream(Encoding.UTF8.GetBytes(json)), Lists, ["papers"])];

    private static string Text(RawPiece piece) => $"{piece.Line} {piece.Problem} {Encoding.UTF8.GetString(piece.Bytes.Span)}";
}
