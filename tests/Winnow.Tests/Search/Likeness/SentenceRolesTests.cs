using Winnow.Search.Likeness;
using Xunit;

namespace Winnow.Tests.Search.Likeness;

public sealed class SentenceRolesTests
{
    [Theory]
    [InlineData("Speech codecs lose quality when packets are lost.", 0.0, PaperFacet.Problem)]
    [InlineData("However, existing methods struggle with long recordings.", 0.3, PaperFacet.Problem)]
    [InlineData("Counting bees from photographs remains challenging.", 0.0, PaperFacet.Problem)]
    [InlineData("We study the problem of matching rivers across maps.", 0.2, PaperFacet.Problem)]
    [InlineData("Little is known about how gliders learn to soar.", 0.1, PaperFacet.Problem)]
    [InlineData("Recent years have seen an increasing need for cheap sensors.", 0.0, PaperFacet.Problem)]
    [InlineData("Prior work neglects the cost of annotation.", 0.4, PaperFacet.Problem)]
    [InlineData("We propose a codec that guesses what is missing.", 0.4, PaperFacet.Method)]
    [InlineData("Our method consists of a gate and two encoders.", 0.5, PaperFacet.Method)]
    [InlineData("To this end, we train a graph network on synthetic rivers.", 0.5, PaperFacet.Method)]
    [InlineData("The key idea is to let each bee vote.", 0.5, PaperFacet.Method)]
    [InlineData("This paper introduces an index for shapes.", 0.2, PaperFacet.Method)]
    [InlineData("A second module refines the map using contour lines.", 0.6, PaperFacet.Method)]
    [InlineData("It outperforms three baselines on two collections.", 0.9, PaperFacet.Result)]
    [InlineData("Experiments show that half of the labels suffice.", 0.8, PaperFacet.Result)]
    [InlineData("Word error rate drops by 12 % at no cost.", 1.0, PaperFacet.Result)]
    [InlineData("We find that soaring is learned before landing.", 0.7, PaperFacet.Result)]
    [InlineData("The index is three times faster than a tree.", 0.9, PaperFacet.Result)]
    [InlineData("Our results suggest that votes should be weighted.", 1.0, PaperFacet.Result)]
    [InlineData("We prove that the bound is tight.", 0.8, PaperFacet.Result)]
    public void A_sentence_is_told_by_its_words_and_its_place(string sentence, double position, PaperFacet role) => Assert.Equal(role, SentenceRoles.Of(sentence, position));

    [Fact]
    public void A_facet_is_made_of_its_sentences_alone()
    {
        const string Text = "Codecs fail when packets are lost. We propose a net that fills gaps. It outperforms others, e.g. Opus 1.5, by 3 dB. See J. Doe's talk.";
        Assert.Equal("We propose a net that fills gaps.", FacetText.Of(PaperFacet.Method, "Filling Gaps", Text));
        Assert.Equal($"Filling Gaps\n{Text}", FacetText.Of(PaperFacet.Overall, "Filling Gaps", Text));
    }

    [Fact]
    public void Without_a_sentence_of_the_facet_the_whole_text_is_compared()
    {
        Assert.Equal("A Title", FacetText.Of(PaperFacet.Method, "A Title", null));
        Assert.Equal("A Title\nWe find that it rains.", FacetText.Of(PaperFacet.Problem, "A Title", "We find that it rains."));
    }

    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("We use e.g. Opus, i.e. a codec, vs. others by J. Doe et al. Then 3.5 dB.", 1)]
    [InlineData("First paragraph\n\nsecond paragraph", 2)]
    [InlineData("", 0)]
    [InlineData("...", 1)]
    public void Abbreviations_and_numbers_end_no_sentence(string text, int sentences) => Assert.Equal(sentences, Sentences.Split(text).Count);

    [Fact]
    public void The_abstract_of_a_paper_is_found_between_its_headings()
    {
        var body = string.Concat(Enumerable.Repeat("Rivers are matched across maps of many ages. ", 6));
        Assert.Equal(body.Trim(), PaperBeginning.AbstractOf($"Matching Rivers\nA. Author\nAbstract\n{body}\n1 Introduction\nMaps are old."));
        Assert.Equal("A codec that recovers lost packets", PaperBeginning.AbstractOf("A codec that reco-\nvers lost   packets"));
        Assert.Equal(2500, PaperBeginning.AbstractOf(new string('x', 9000)).Length);
    }
}
