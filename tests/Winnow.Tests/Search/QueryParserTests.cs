using CsCheck;
using Winnow.Properties;
using Winnow.Search.Language;
using Xunit;

namespace Winnow.Tests.Search;

public sealed class QueryParserTests
{
    /// <summary>Text that is likely to hit the grammar's corners.</summary>
    private static readonly Gen<string> Queryish = Gen.OneOf(
        OneOf(
            "\"", "“", "-", "--", ":", "author:", "TITLE:", "venue:", "year:", "has:", "foo:", "2019", "..", "2019..2023", "code", " ", "\t", "\u00A0", "a", "C++",
            "$x$", "\\", "é", "e\u0301", "\u0301", "\u0338", "\uD83D\uDE00", "\uD83D", "\uDE00", "\uFFFF", "\0", "β-VAE", "text-to-speech", "http://x.y/z?q=1"),
        Gen.Char.Select(c => c.ToString())).Array[0, 30].Select(string.Concat);

    [Fact]
    public void No_text_makes_it_throw() => Queryish.ForAll(text => QueryParser.Parse(text) is not null);

    [Fact]
    public void What_it_prints_it_reads_back_as_the_same_clauses() => Queryish.ForAll(text =>
    {
        var parsed = QueryParser.Parse(text);
        var again = QueryParser.Parse(parsed.ToString());
        return parsed.Clauses.SequenceEqual(again.Clauses) && again.ToString() == parsed.ToString();
    });

    [Fact]
    public void A_long_query_is_cut_to_something_that_it_reads_back() => OneOf("a\"b\"", "\uD83D\uDE00", "word ", "\u0958", "author:x ").Array[1, 5]
        .Select(parts => string.Concat(Enumerable.Repeat(string.Concat(parts), 4000))).ForAll(
            text =>
            {
                var parsed = QueryParser.Parse(text);
                return parsed.Notes.Count > 0 && parsed.ToString().Length <= QueryText.MaxLength + 1
                    && QueryParser.Parse(parsed.ToString()).Clauses.SequenceEqual(parsed.Clauses);
            },
            iter: 50);

    [Fact]
    public void A_megabyte_is_cut_and_says_so()
    {
        var parsed = QueryParser.Parse(string.Concat(Enumerable.Repeat("attention ", 100_000)));

        Assert.Equal(400, parsed.Clauses.Count);
        Assert.Contains("4,000 characters", Assert.Single(parsed.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"never closed", "never closed", "not closed")]
    [InlineData("author:\"yann lecun", "yann lecun", "not closed")]
    [InlineData("nerf - fast", "nerf fast", "'-' on its own")]
    [InlineData("nerf \"\"", "nerf", "nothing between")]
    [InlineData("author:", "author", "right after 'author:'")]
    [InlineData("author:\"\" nerf", "author nerf", "right after 'author:'")]
    [InlineData("author: lecun", "author lecun", "right after 'author:'")]
    [InlineData("year:abc", "abc", "'abc' is not a year")]
    [InlineData("year:\"last ten years\"", "last ten years", "is not a year")]
    [InlineData("year:20190", "20190", "is not a year")]
    [InlineData("year:..", "..", "is not a year")]
    [InlineData("has:slides", "slides", "'has:slides' is not known")]
    [InlineData("foo:bar", "foo:bar", "no field 'foo'")]
    public void A_malformed_clause_is_searched_as_words_and_says_so(string typed, string read, string note)
    {
        var parsed = QueryParser.Parse(typed);

        Assert.Equal(read, parsed.ToString());
        Assert.Contains(note, Assert.Single(parsed.Notes), StringComparison.Ordinal);
        Assert.All(parsed.Clauses, clause => Assert.IsType<WordClause>(clause));
    }

    [Theory]
    [InlineData("BERT: Pre-training of Deep Bidirectional Transformers")]
    [InlineData("InfoNCE at 10:1 https://example.org/a --fast C++ GPT-4 β-VAE")]
    public void A_colon_or_hyphen_inside_ordinary_words_is_no_operator(string typed)
    {
        var parsed = QueryParser.Parse(typed);

        Assert.Empty(parsed.Notes);
        Assert.Equal(typed.Split(' '), parsed.Clauses.Cast<WordClause>().Select(clause => clause.Word));
    }

    [Theory]
    [InlineData("year:2019", 2019, 2019)]
    [InlineData("year:2019..2023", 2019, 2023)]
    [InlineData("year:2023..2019", 2019, 2023)]
    [InlineData("year:2019-2023", 2019, 2023)]
    [InlineData("Year:2019..", 2019, null)]
    [InlineData("year:..2020", null, 2020)]
    public void Years_are_one_or_a_range_open_at_either_end(string typed, int? from, int? to) =>
        Assert.Equal([new YearClause(from, to)], QueryParser.Parse(typed).Clauses);

    [Fact]
    public void Every_clause_can_be_excluded() => Assert.Equal(
        [
            new WordClause("image", Excluded: true), new PhraseClause("neural network", Excluded: true),
            new FieldClause(QueryField.Author, "Yann LeCun", Excluded: true), new YearClause(2019, null, Excluded: true), new WordClause("speech"),
        ],
        QueryParser.Parse("-image -\"neural  network\" -author:“Yann LeCun” -year:2019.. speech").Clauses);

    [Fact]
    public void A_field_takes_a_bare_or_a_quoted_value() => Assert.Equal(
        [
            new FieldClause(QueryField.Author, "lecun"), new FieldClause(QueryField.Title, "attention is all"), new FieldClause(QueryField.Venue, "NeurIPS"),
            new FieldClause(QueryField.Category, "cs.CL"), new FieldClause(QueryField.Source, "arxiv"), new FieldClause(QueryField.Has, "code"),
        ],
        QueryParser.Parse("author:lecun TITLE:\"attention is all\" venue:NeurIPS category:cs.CL source:\"arxiv\" has:CODE").Clauses);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void A_clause_taken_out_leaves_the_others_as_they_were()
    {
        var parsed = QueryParser.Parse("speech venue:\"ACL\"  year:2019..2023");

        Assert.Equal("speech year:2019..2023", parsed.Without(new FieldClause(QueryField.Venue, "ACL")).ToString());
    }
}
