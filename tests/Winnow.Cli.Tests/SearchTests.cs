using Xunit;

namespace Winnow.Cli.Tests;

public sealed class SearchTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public SearchTests()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 30));
        _winnow.Run("import", "a.jsonl").Ended(0);
    }

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void Nothing_found_ends_with_1_and_prints_nothing_for_a_script()
    {
        Assert.Empty(_winnow.Run("search", "--json", "zyzzyva").Ended(1).Output);
        Assert.Contains("Nothing in the library matches: zyzzyva", _winnow.Run("search", "zyzzyva").Ended(1).Error, StringComparison.Ordinal);
        _winnow.Run("show", "1706.03762").Ended(1);
    }

    [Fact]
    public void A_mistyped_word_is_put_right_unless_the_words_are_to_be_left_alone()
    {
        var corrected = _winnow.Run("search", "--limit", "1", "experimetns").Ended(0);
        Assert.Contains("Showing results for: experiments", corrected.Error, StringComparison.Ordinal);
        Assert.Contains("No paper here says 'experimetns'; to search for what you typed, add --verbatim.", corrected.Error, StringComparison.Ordinal);
        _winnow.Run("search", "--verbatim", "experimetns").Ended(1);
    }

    [Fact]
    public void Many_questions_are_answered_in_one_run_each_line_marked_with_its_question()
    {
        var questions = $$"""
            {{PaperLines.WordOf(3)}}

            {"id": "q2", "text": "{{PaperLines.WordOf(4)}}"}
            """;
        var answers = _winnow.RunWithInput(questions, "search", "--queries", "-", "--limit", "1").Ended(0).Objects;
        Assert.Equal([PaperLines.WordOf(3), "q2"], answers.Select(answer => answer.GetProperty("query").GetString()));
        Assert.Contains("test/4", answers[1].GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void A_question_that_is_broken_JSON_ends_with_3_and_its_line()
    {
        var outcome = _winnow.RunWithInput("speech\n{\"text\": 5}\n", "search", "--queries", "-").Ended(3);
        Assert.Contains("-, line 2: expected {\"id\": …, \"text\": \"the question\"}.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exclusion_reaches_the_search_although_it_looks_like_an_option()
    {
        var with = _winnow.Run("search", "--json", "--limit", "100", "speech").Ended(0).Objects.Count;
        var without = _winnow.Run("search", "--json", "--limit", "100", "speech", "-robotics").Ended(0).Objects.Count;
        Assert.True(without < with, $"{without} is not less than {with}");
    }

    [Fact]
    public void Limit_is_a_limit_and_ranks_count_from_1() =>
        Assert.Equal([1, 2, 3], _winnow.Run("search", "--json", "--limit", "3", "experiments").Ended(0).Objects.Select(hit => hit.GetProperty("rank").GetInt32()));

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        var hit = _winnow.Run("search", "--json", "--explain", "--limit", "1", PaperLines.WordOf(5)).Ended(0).Objects[0];
        Assert.Equal(hit.GetProperty("score").GetDouble(), hit.GetProperty("why").GetProperty("value").GetDouble(), 3);
        Assert.NotEmpty(_winnow.Run("search", "--explain", PaperLines.WordOf(5)).Ended(0).Output);
    }

    [Theory]
    [InlineData("2006.00005")]
    [InlineData("https://arxiv.org/pdf/2006.00005v3")]
    [InlineData("test/5")]
    public void A_paper_is_shown_by_any_id_that_it_has(string id)
    {
        var paper = _winnow.Run("show", "--json", id).Ended(0).Objects[0];
        Assert.Contains(PaperLines.WordOf(5), paper.GetProperty("title").GetString(), StringComparison.Ordinal);
        _winnow.Run("show", paper.GetProperty("id").GetString()!).Ended(0);
        Assert.StartsWith("@", _winnow.Run("show", "--bibtex", id).Ended(0).Output, StringComparison.Ordinal);
        Assert.StartsWith("TY  - ", _winnow.Run("show", "--ris", id).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_colour_goes_into_a_pipe() => Assert.DoesNotContain('\e', _winnow.Run("search", "experiments").Ended(0).Output);
}
