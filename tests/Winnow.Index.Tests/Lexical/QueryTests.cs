using Xunit;

namespace Winnow.Index.Tests.Lexical;

public sealed class QueryTests
{
    [Theory]
    [InlineData("text-to-speech")]
    [InlineData("text to speech")]
    [InlineData("texttospeech")]
    [InlineData("TextToSpeech")]
    public void A_compound_is_found_in_each_spelling(string query)
    {
        using var index = Titles("Fast text-to-speech", "Fast text to speech", "Fast TextToSpeech", "Parsing trees");
        Assert.Equal([1L, 2, 3], Ids(index, new WordsQuery(query)).Order());
        Assert.Equal(3, index.Search(new WordsQuery(query)).Matches);
    }

    [Theory]
    [InlineData("U-Net", "unet")]
    [InlineData("UNet", "u-net")]
    [InlineData("GPT-4", "GPT4")]
    [InlineData("GPT4", "gpt-4")]
    [InlineData("β-VAE", "beta-VAE")]
    [InlineData("LLMs", "LLM")]
    [InlineData("C++", "c++")]
    [InlineData("Erdős–Rényi graphs", "erdos renyi")]
    [InlineData("ℓ1 norm", "l1")]
    [InlineData("$\\alpha$-divergence", "α divergence")]
    public void A_title_is_found_as_people_write_it(string title, string query)
    {
        using var index = Titles("Unrelated words", title);
        Assert.Equal([2L], Ids(index, new WordsQuery(query)).Take(1));
    }

    [Fact]
    public void C_plus_plus_is_not_c_sharp()
    {
        using var index = Titles("A C++ compiler", "A C# compiler");
        Assert.Equal([1L], Ids(index, new WordsQuery("c++")));
    }

    [Theory]
    [InlineData("neural networks", new long[] { 1, 4 })]
    [InlineData("neural network", new long[] { 1, 4 })]
    [InlineData("networks neural", new long[] { 2 })]
    [InlineData("deep neural networks", new long[] { 4 })]
    [InlineData("the networks", new long[0])]
    [InlineData("absent words", new long[0])]
    public void A_required_phrase_wants_its_words_side_by_side(string phrase, long[] ids)
    {
        using var index = Titles("Neural networks", "Networks neural", "Neural and other networks", "A deep neural network learns networks");
        Assert.Equal(ids, Ids(index, new BooleanQuery { Must = [new PhraseQuery(phrase)] }).Order());
    }

    [Fact]
    public void A_wanted_phrase_ranks_its_documents_first_and_keeps_the_others()
    {
        using var index = Titles("networks, the neural kind", "neural networks for all of us", "trees");
        Assert.Equal([2L, 1], Ids(index, new PhraseQuery("neural networks")));
    }

    [Fact]
    public void A_phrase_does_not_reach_from_one_field_or_author_into_the_next()
    {
        using var folder = new TempFolder();
        using var index = Build(folder, Document(1, "graph", "neural model", "Ada Byron\nAlan Turing"));
        Assert.Empty(Ids(index, new BooleanQuery { Must = [new PhraseQuery("graph neural")] }));
        Assert.Empty(Ids(index, new BooleanQuery { Must = [new PhraseQuery("Byron Alan", "authors")] }));
        Assert.Equal([1L], Ids(index, new BooleanQuery { Must = [new PhraseQuery("Alan Turing", "authors")] }));
    }

    [Theory]
    [InlineData("Yann LeCun", new long[] { 1, 2, 3 })]
    [InlineData("Y. LeCun", new long[] { 1, 2, 3 })]
    [InlineData("LeCun, Yann", new long[] { 1, 2, 3 })]
    [InlineData("lecun", new long[] { 1, 2, 3, 4 })]
    [InlineData("Hughes", new long[] { 5 })]
    [InlineData("Hughs", new long[] { 6 })]
    public void An_author_is_found_by_name_or_initial(string name, long[] ids)
    {
        using var folder = new TempFolder();
        string[] authors = ["Yann LeCun", "LeCun, Yann", "Y. LeCun", "Zoe LeCun", "Ann Hughes", "Ann Hughs"];
        using var index = Build(folder, [.. authors.Select((author, i) => Document(i + 1, "title", "", author))]);
        Assert.Equal(ids, Ids(index, new BooleanQuery { Must = [new WordsQuery(name) { Fields = ["authors"] }] }).Order());
    }

    [Fact]
    public void Names_take_part_in_a_search_over_all_fields()
    {
        using var folder = new TempFolder();
        using var index = Build(folder, Document(1, "Gradient learning", "", "Ann Hughes"), Document(2, "Gradient learning", "", "Bo Li"));
        Assert.Equal(1, Ids(index, new WordsQuery("hughes gradient"))[0]);
    }

    [Fact]
    public void Words_in_one_field_are_not_found_in_another()
    {
        using var folder = new TempFolder();
        using var index = Build(folder, Document(1, "graph", "tree", ""), Document(2, "tree", "graph", ""));
        Assert.Equal([2L], Ids(index, new WordsQuery("tree") { Fields = ["title"] }));
        Assert.Throws<ArgumentException>(() => index.Search(new WordsQuery("tree") { Fields = ["body"] }));
    }

    [Fact]
    public void Must_not_words_and_phrases_leave_documents_out()
    {
        using var index = Titles("neural parsing trees", "neural trees", "trees neural parsing");
        var query = new BooleanQuery { Should = [new WordsQuery("trees")], MustNot = [new PhraseQuery("neural parsing")] };
        Assert.Equal([2L], Ids(index, query));
        Assert.Equal([2L], Ids(index, query with { MustNot = [new WordsQuery("parsing")] }));
        Assert.Equal([1L, 2, 3], Ids(index, query with { MustNot = [] }).Order());
    }

    [Fact]
    public void Nested_conditions_hold_together()
    {
        using var index = Titles("graph kernel", "graph", "kernel", "tree");
        var either = new BooleanQuery { Should = [new BooleanQuery { Must = [new WordsQuery("graph")], MustNot = [new WordsQuery("kernel")] }, new WordsQuery("tree")] };
        Assert.Equal([2L, 4], Ids(index, new BooleanQuery { Filter = [either] }).Order());
    }

    [Fact]
    public void The_last_word_is_completed_as_one_types()
    {
        using var index = Titles("Graph transformers", "Graph transducers", "Graph trees", "Quantum");
        Assert.Equal([1L, 2], index.Search(new WordsQuery("graph trans") { PrefixLast = true }).Hits.Take(2).Select(hit => hit.Id).Order());
        Assert.Equal([4L], Ids(index, new WordsQuery("quan") { PrefixLast = true }));
        Assert.Empty(Ids(index, new WordsQuery("quan ") { PrefixLast = true }));
    }

    [Fact]
    public void An_explanation_sums_to_the_score_and_names_the_words()
    {
        using var folder = new TempFolder();
        var random = new Random(11);
        using var index = Build(folder, [.. Enumerable.Range(1, 200).Select(id => Corpus.Document(random, id))]);
        var query = new BooleanQuery { Should = [new WordsQuery("graph neural graph turing"), new PhraseQuery("graph the")] };
        foreach (var hit in index.Search(query, new SearchOptions { Limit = 50, WithExplanations = true }).Hits)
        {
            Assert.Equal(hit.Score, hit.Explanation!.Value, 1e-4);
            Assert.Equal(hit.Score, hit.Explanation.Parts.Sum(part => part.Value), 1e-4);
            Assert.Equal(hit.Explanation.Value, index.Explain(query, hit.Id)!.Value);
            Assert.All(hit.Explanation.Parts.Where(part => part.Parts.Count > 0), part => Assert.Equal(part.Value, part.Parts.Aggregate(1.0, (product, factor) => product * factor.Value), 1e-3));
        }

        Assert.Null(index.Explain(query, 999));
    }

    [Fact]
    public void Similar_documents_share_telling_words_and_leave_the_document_itself_out()
    {
        using var index = Titles("sparse tensor kernels on the device", "the sparse tensor kernel", "the parsing of trees", "the device");
        Assert.Equal(2, index.Similar(1, 5)[0].Id);
        Assert.DoesNotContain(index.Similar(1, 5), hit => hit.Id == 1);
        Assert.Equal(3, index.Similar("parsing trees and the parsing of them", 1)[0].Id);
        Assert.Empty(index.Similar(77, 5));
    }

    [Fact]
    public void Everything_matches_the_empty_question_with_no_score()
    {
        using var index = Titles("a", "b", "c");
        var found = index.Search(new EverythingQuery(), new SearchOptions { Offset = 1, Limit = 1 });
        Assert.Equal(3, found.Matches);
        Assert.Equal(new Hit(2, 0, Matches: true), Assert.Single(found.Hits));
    }

    [Fact]
    public void An_empty_or_unknown_question_finds_nothing()
    {
        using var index = Titles("a", "b");
        Assert.Empty(index.Search(new WordsQuery("zzzz")).Hits);
        Assert.Equal(0, index.Search(new WordsQuery("zzzz")).Matches);
        Assert.Equal(0, index.Search(new PhraseQuery("zzzz yyyy")).Matches);
    }

    [Fact]
    public void Terms_for_highlighting_are_those_that_analysis_gives()
    {
        using var index = Titles("Text-to-speech transformers");
        var terms = index.Search(new WordsQuery("texttospeech transformers")).Terms;
        Assert.Superset(new HashSet<string> { "text", "speech", "transform" }, terms.ToHashSet());
    }

    private static IReadOnlyList<long> Ids(SearchIndex index, IndexQuery query) => [.. index.Search(query, new SearchOptions { Limit = 100 }).Hits.Select(hit => hit.Id)];

    private static IndexDocument Document(long id, string title, string text, string authors) => new(id)
    {
        Texts = new Dictionary<string, string> { ["title"] = title, ["abstract"] = text, ["authors"] = authors },
    };

    private static SearchIndex Titles(params string[] titles)
    {
        using var folder = new TempFolder();
        return Build(folder, [.. titles.Select((title, i) => Document(i + 1, title, "", ""))]);
    }

    // The files stay mapped after the folder is gone.
    private static SearchIndex Build(TempFolder folder, params IndexDocument[] documents)
    {
        using (var writer = IndexWriter.Open(folder, Corpus.Schema))
        {
            foreach (var document in documents)
            {
                writer.Add(document);
            }

            writer.Commit(1);
        }

        return SearchIndex.Open(folder);
    }
}
