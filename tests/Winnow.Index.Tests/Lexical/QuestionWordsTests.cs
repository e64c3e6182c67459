using Xunit;

namespace Winnow.Index.Tests.Lexical;

public sealed class QuestionWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("could you list some papers that discuss diffusion models for planning")]
    [InlineData("What are the studies on planning with diffusion models?")]
    public void Words_that_only_ask_do_not_lead_away_from_what_is_asked_for(string question)
    {
        using var index = Titles("You could list some papers that discuss it", "Diffusion models for planning", "The studies on papers: what are they?");
        Assert.Equal(2, index.Search(new WordsQuery(question) { Question = true }).Hits[0].Id);
    }

    [Theory]
    [InlineData("diffusion models for planning")]
    [InlineData("which papers use diffusion models for planning")]
    public void What_matches_does_not_depend_on_how_it_is_asked(string question)
    {
        using var index = Titles("Which papers?", "Diffusion models", "Planning with diffusion models", "Use which", "Trees", "Graphs", "Codecs", "Parsers", "Robots", "Proofs", "Games", "Maps");
        var result = index.Search(new WordsQuery(question) { Question = true });
        Assert.Equal(2, result.Matches);
        Assert.Equal([3L, 2], result.Hits.Take(2).Select(hit => hit.Id));
    }

    [Theory]
    [InlineData("to be or not to be", 1)]
    [InlineData("the work that you present", 2)]
    [InlineData("who is it", 3)]
    public void A_text_of_such_words_alone_is_searched_by_them(string text, long id)
    {
        using var index = Titles("To be or not to be", "Present the work that you present", "Who is it?", "Other words entirely");
        Assert.Equal(id, index.Search(new WordsQuery(text) { Question = true }).Hits[0].Id);
    }

    [Theory]
    [InlineData("Yang You", 1)]
    [InlineData("work function", 2)]
    public void Every_word_of_a_short_text_counts(string text, long id)
    {
        using var index = Titles("Yang You", "The work function", "Yang He", "The function");
        Assert.Equal(id, index.Search(new WordsQuery(text) { Question = true }).Hits[0].Id);
    }

    [Fact]
    public void An_acronym_is_no_word_of_grammar()
    {
        using var index = Titles("Reports for all of us in hospitals", "Reports of the WHO in hospitals");
        Assert.Equal(2, index.Search(new WordsQuery("reports of the WHO in all hospitals") { Question = true }).Hits[0].Id);
    }

    private SearchIndex Titles(params string[] titles)
    {
        using (var writer = IndexWriter.Open(_folder.Path, new IndexSchema { Texts = [new TextField("title")] }))
        {
            for (var i = 0; i < titles.Length; i++)
            {
                writer.Add(new IndexDocument(i + 1) { Texts = new Dictionary<string, string> { ["title"] = titles[i] } });
            }

            writer.Commit(1);
        }

        return SearchIndex.Open(_folder.Path);
    }
}
