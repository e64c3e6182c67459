using Winnow.Embeddings.Fitting;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class MentionsTests
{
    [Fact]
    public void A_name_that_a_title_gives_is_found_in_other_abstracts_and_taken_out()
    {
        var found = Find(
        [
            new PaperText("BarkNet: Listening to trees", "BarkNet hears trees grow. It needs one microphone for each of them."),
            new PaperText("A survey of quiet plants", "Older systems such as BarkNet cannot hear moss at all, which grows slowly."),
        ]);
        Assert.Equal([0], found.Keys);
        Assert.Equal("Older systems such as   cannot hear moss at all, which grows slowly.", Assert.Single(found[0]));
    }

    [Theory]
    [InlineData("Listening to trees (BarkNet)", "Trees are heard as they grow.")]
    [InlineData("Listening to trees", "In this paper we propose BarkNet, which hears trees grow.")]
    [InlineData("Listening to trees", "Our microphone, dubbed the BarkNet, hears trees grow.")]
    public void A_paper_names_itself_in_other_ways_too(string title, string summary) =>
        Assert.Equal([0], Find([new PaperText(title, summary), new PaperText("A survey", "Older systems such as BarkNet cannot hear moss at all.")]).Keys);

    [Fact]
    public void A_name_in_a_title_is_its_papers_whatever_an_abstract_claims() =>
        Assert.Equal(
            [1],
            Find(
            [
                new PaperText("A", "Here we present BarkNet once more, with a louder microphone."),
                new PaperText("BarkNet: Listening to trees", "Trees are heard as they grow."),
            ]).Keys);

    [Theory]
    [InlineData("Attention: a plain word is no name")]
    [InlineData("Two Words: neither are two")]
    [InlineData("No colon BarkNet")]
    public void Other_titles_give_no_name(string title) =>
        Assert.Empty(Find([new PaperText(title, "Nothing."), new PaperText("B", "Attention, Two Words and BarkNet are all in this sentence here.")]));

    [Fact]
    public void A_name_that_two_papers_use_says_nothing_of_either() =>
        Assert.Empty(Find(
        [
            new PaperText("BarkNet: One", "."),
            new PaperText("BarkNet: Two", "."),
            new PaperText("C", "We compare with BarkNet in all of our forests."),
        ]));

    private static Dictionary<int, List<string>> Find(IReadOnlyList<PaperText> papers) => Mentions.Find(papers, sentence => sentence);
}
