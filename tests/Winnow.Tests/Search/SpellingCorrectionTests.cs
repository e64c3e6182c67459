using Winnow.Search;
using Xunit;

namespace Winnow.Tests.Search;

public sealed class SpellingCorrectionTests
{
    [Theory]
    [InlineData("cats")]
    [InlineData("\"speech transfromer\"")]
    [InlineData("speech -transfromer")]
    [InlineData("title:transfromer")]
    [InlineData("author:vaswami")]
    public async Task What_is_no_mistake_or_is_demanded_word_for_word_is_left_alone(string text)
    {
        using var fixture = await IndexedAsync();
        Assert.Null((await fixture.AskAsync(text)).Corrected);
    }

    [Theory]
    [InlineData("transfromer", "transformer", "transfromer")]
    [InlineData("Speech transfromers", "Speech transformers", "transfromers")]
    [InlineData("year:2019..  (transfromer) vaswami -graph", "year:2019.. (transformer) vaswani -graph", "transfromer vaswami")]
    [InlineData("lerning", "learning", "lerning")]
    [InlineData("learnign", "learning", "learnign")]
    [InlineData("text-to-speeech", "text-to-speech", "speeech")]
    public async Task The_question_is_kept_and_its_mistyped_words_are_replaced(string typed, string searched, string unknown)
    {
        using var fixture = await IndexedAsync();
        var corrected = (await fixture.AskAsync(typed)).Corrected!;
        Assert.Equal((searched, unknown), (corrected.Text, string.Join(' ', corrected.Unknown)));
    }

    [Fact]
    public async Task The_answer_is_that_to_the_question_as_it_was_probably_meant()
    {
        using var fixture = await IndexedAsync();
        var meant = await fixture.AskAsync("speech transformers");
        var typed = await fixture.AskAsync("speech transfromers");
        Assert.Null(meant.Corrected);
        Assert.Equal(meant.Hits.Select(hit => (hit.Paper.Id, hit.Score)), typed.Hits.Select(hit => (hit.Paper.Id, hit.Score)));
        Assert.Equal(meant.Matches, typed.Matches);
        Assert.Equal(meant.Hits[0].Title.Marks, typed.Hits[0].Title.Marks);
    }

    [Fact]
    public async Task Asked_to_leave_words_alone_it_does()
    {
        using var fixture = await IndexedAsync();
        var response = await fixture.AskAsync(new SearchRequest { Text = "transfromers", Verbatim = true });
        Assert.Empty(response.Hits);
        Assert.Null(response.Corrected);
    }

    [Fact]
    public async Task A_title_with_a_mistyped_word_still_comes_first()
    {
        using var fixture = await IndexedAsync();
        Assert.Equal("Speech and transformers", (await fixture.AskAsync("speech and transfromers")).Hits[0].Paper.Title);
    }

    [Fact]
    public async Task While_typing_only_words_that_are_done_are_put_right()
    {
        using var fixture = await IndexedAsync();
        Assert.Null((await fixture.AskAsync(new SearchRequest { Text = "transforme", Typing = true })).Corrected);
        Assert.Equal("transformer spee", (await fixture.AskAsync(new SearchRequest { Text = "transfromer spee", Typing = true })).Corrected!.Text);
    }

    [Fact]
    public async Task A_pasted_text_is_taken_as_it_is()
    {
        using var fixture = await IndexedAsync();
        Assert.Null((await fixture.AskAsync(string.Join(' ', Enumerable.Repeat("speech", 40).Append("transfromer")))).Corrected);
    }

    private static Task<SearchFixture> IndexedAsync() => SearchFixture.IndexedAsync(
        SomePapers.Paper("Transformers for speech, and what they can do", "A transformer reads text-to-speech data.", 0, "Ashish Vaswani"),
        SomePapers.Paper("Speech and transformers"),
        SomePapers.Paper("Graphs"),
        SomePapers.Paper("What is learned by learning to learn"),
        SomePapers.Paper("Casts"));
}
