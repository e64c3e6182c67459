using Winnow.Embeddings.Fitting;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("One sentence without an end")]
    [InlineData("We follow e.g. Smith and his colleagues in all that they have done.")]
    public void Nothing_is_lost_where_nothing_ends(string text) => Assert.Equal(text.Length == 0 ? [] : [text], Sentences.Of(text));

    [Fact]
    public void A_full_stop_before_a_capital_ends_a_sentence() => Assert.Equal(
        ["Models are often large and take long to answer.", "Ours is small, by a factor of 2.5 or more on average.", "2 cores suffice."],
        Sentences.Of("Models are often large and take long to answer. Ours is small, by a factor of 2.5 or more on average. 2 cores suffice."));
}
