using CsCheck;
using Winnow.Embeddings.Fitting;
using Winnow.Embeddings.Static;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class FittingCorpusTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("words that fill an abstract", 6));

    [Fact]
    public void Stubs_and_second_papers_of_a_title_are_left_out()
    {
        var corpus = new FittingCorpus(10);
        corpus.Add(1, "A title", Filler);
        corpus.Add(2, "a TITLE.", Filler);
        corpus.Add(3, "Another", "(No Abstract)");
        corpus.Add(4, "A third", null);
        corpus.Add(5, "", Filler);
        Assert.Equal(1, corpus.Count);
    }

    [Fact]
    public void A_paper_that_was_fitted_to_is_never_held_out_as_the_library_grows()
    {
        var before = Full(5000);
        var after = Full(50_000);
        var fitted = before.Fitted.Select(paper => paper.Title).ToHashSet();
        Assert.DoesNotContain(after.HeldOut, paper => fitted.Contains(paper.Title));
        Assert.InRange(before.HeldOut.Count, 400, 600);
        Assert.InRange(after.HeldOut.Count, 1800, 2200);
    }

    [Fact]
    public void Packed_papers_come_back_as_they_were() =>
        Gen.Select(Gen.String, Gen.String[0, 3000]).List[0, 200].ForAll(texts =>
        {
            var packed = new PackedPapers();
            // Half a surrogate pair has no UTF-8; a library holds none.
            var papers = texts.Select(text => new PaperText(Whole(text.Item1), Whole(text.Item2))).ToList();
            papers.ForEach(packed.Add);
            Assert.Equal(papers, packed);
        },
        iter: 50);

    [Fact]
    public void The_shipped_model_finds_what_belongs_together_among_held_out_papers()
    {
        string[] subjects = ["speech recognition", "protein folding", "machine translation", "image segmentation", "graph networks", "robot walking", "fluid simulation", "recommender systems"];
        var corpus = new FittingCorpus(80);
        for (var i = 0; i < 800; i++)
        {
            var subject = subjects[i % subjects.Length];
            corpus.Add(i, $"On {subject}, part {i}", $"We study {subject} in case {i} of many. The number {i} and {subject} are told apart here. More of {subject} follows. {Filler}");
        }

        using var model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        var score = new HeldOutTest(corpus).Titles(model, 2, TestContext.Current.CancellationToken);
        Assert.Equal(corpus.HeldOut.Count, score.Questions);
        Assert.InRange(score.InHundred, 0.5, 1);
        Assert.InRange(score.Ndcg, score.First, 1);
    }

    private static FittingCorpus Full(int papers)
    {
        var corpus = new FittingCorpus(papers);
        for (var i = 0; i < papers; i++) corpus.Add(i, $"Title {i}", Filler);
        return corpus;
    }

    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
