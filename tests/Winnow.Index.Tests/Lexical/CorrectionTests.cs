using Xunit;

namespace Winnow.Index.Tests.Lexical;

public sealed class CorrectionTests
{
    [Theory]
    [InlineData("cats")]
    [InlineData("cat")]
    [InlineData("tha")]
    [InlineData("thee")]
    [InlineData("whihc")]
    public void No_word_is_taken_for_one_of_grammar(string typed) => Assert.Null(Meant(typed, "We can say that these are the ones which have it", "What then?"));

    [Theory]
    [InlineData("bert", "Best of bart and bent")]
    [InlineData("cots", "Cat coat cot")]
    [InlineData("lime", "Lame lines")]
    [InlineData("cats", "Casts")]
    [InlineData("bets", "The best")]
    public void A_short_word_is_not_taken_for_another_word(string typed, string title) => Assert.Null(Meant(typed, title));

    [Fact]
    public void A_short_word_with_two_letters_exchanged_is_put_right()
    {
        Assert.Equal("deep", Meant("depe", "Deep networks", "Deer"));
        Assert.Null(Meant("tpo", "Top"));
    }

    [Theory]
    [InlineData("1979", "Results of 1969")]
    [InlineData("gpt5", "Scaling gpt4")]
    [InlineData("resnet50", "A resnet20", "A resnet of our own")]
    [InlineData("network2", "Networks")]
    public void A_name_with_a_number_is_never_taken_for_another(string typed, params string[] titles) => Assert.Null(Meant(typed, titles));

    [Theory]
    [InlineData("LLaVA", "Lava flows")]
    [InlineData("MAMBA", "Mambo dancing")]
    public void A_name_that_is_spelled_with_capitals_is_meant_as_it_is(string typed, string title) => Assert.Null(Meant(typed, title));

    [Theory]
    [InlineData("cats", "The cat")]
    [InlineData("transformer", "Transformers")]
    [InlineData("matrices", "The matrix")]
    [InlineData("matrix", "Two matrices")]
    [InlineData("vertices", "The vertex")]
    [InlineData("analyses", "An analysis")]
    [InlineData("hypothesis", "Hypotheses")]
    [InlineData("corpora", "A corpus")]
    [InlineData("phenomenon", "Phenomena")]
    [InlineData("lens", "Lenses")]
    public void A_word_in_its_other_number_is_found_and_no_mistake(string typed, string title)
    {
        using var index = Index(title, "Lattices", "Analytic", "Something else");
        Assert.Equal([1L], index.Search(new WordsQuery(typed)).Hits.Select(hit => hit.Id));
        Assert.Empty(index.Corrections(new WordsQuery(typed)));
    }

    [Theory]
    [InlineData("trnsformer", "transform")]
    [InlineData("transfromers", "transform")]
    [InlineData("reinforcemant", "reinforc")]
    [InlineData("learnign", "learn")]
    [InlineData("graps", "graph")]
    public void A_mistyped_word_is_known_by_its_letters_whatever_its_ending(string typed, string meant) =>
        Assert.Equal(meant, Meant(typed, "Transformer models", "Reinforcement learning of graphs", "Translation"));

    [Theory]
    [InlineData("modle", "model")]
    [InlineData("segmentatoin", "segment")]
    public void Of_words_that_are_equally_near_the_commonest_is_meant(string typed, string meant) =>
        Assert.Equal(meant, Meant(typed, "A mode", "Models", "Segmentation of models", "Segmentatin"));

    [Fact]
    public void A_word_that_is_known_to_be_right_is_left_alone()
    {
        using var index = Index("Graphs");
        Assert.Single(index.Corrections(new WordsQuery("Graps")));
        Assert.Empty(index.Corrections(new WordsQuery("Graps"), word => word == "Graps"));
    }

    [Fact]
    public void A_letter_is_no_word_that_an_ending_makes_a_neighbour_of() => Assert.Null(Meant("stations", "The set S"));

    [Fact]
    public void A_mistake_that_one_paper_makes_is_not_what_a_hundred_others_write_otherwise()
    {
        string[] many = [.. Enumerable.Repeat("Segmentation", 100)];
        Assert.Equal("segment", Meant("segmentatiion", ["Segmentattiion", .. many]));
    }

    [Fact]
    public void A_correction_names_the_word_and_papers_that_have_what_is_meant()
    {
        using var index = Index("Graphs", "Neural networks", "A network", "Neural graphs");
        var correction = Assert.Single(index.Corrections(new WordsQuery("graph netwroks of graphs")));
        Assert.Equal(("netwrok", "network"), (correction.Typed, correction.Meant));
        Assert.Equal([2L, 3], correction.Documents);
    }

    [Fact]
    public void Nothing_is_mistyped_while_it_may_still_become_a_word_or_where_a_compound_has_it()
    {
        using var index = Index("Transformers", "Text-to-speech", "Transfer");
        Assert.Empty(index.Corrections(new WordsQuery("transforme") { PrefixLast = true }));
        Assert.Empty(index.Corrections(new WordsQuery("texttospeech")));
        Assert.Empty(index.Corrections(new WordsQuery("textto speech")));
    }

    [Fact]
    public void An_empty_index_corrects_nothing()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder);
        Assert.Empty(index.Corrections(new WordsQuery("transfromer")));
    }

    private static string? Meant(string typed, params string[] titles)
    {
        using var index = Index(titles);
        return index.Corrections(new WordsQuery(typed)).SingleOrDefault()?.Meant;
    }

    // The files stay mapped after the folder is gone.
    private static SearchIndex Index(params string[] titles)
    {
        using var folder = new TempFolder();
        using (var writer = IndexWriter.Open(folder, new IndexSchema { Texts = [new TextField("title")] }))
        {
            for (var i = 0; i < titles.Length; i++)
            {
                writer.Add(new IndexDocument(i + 1) { Texts = new Dictionary<string, string> { ["title"] = titles[i] } });
            }

            writer.Commit(1);
        }

        return SearchIndex.Open(folder);
    }
}
