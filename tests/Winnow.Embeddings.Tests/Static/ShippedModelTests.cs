using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Static;

public sealed class ShippedModelTests
{
    [Fact]
    public void The_file_is_at_most_20_MB_with_its_vocabulary() =>
        Assert.InRange(new FileInfo(StaticEmbedder.ShippedModel).Length, 1, 20_000_000);

    [Fact]
    public void A_question_in_other_words_finds_its_paper()
    {
        using var embedder = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        string[] papers =
        [
            "Neural speech concealment of missing frames in real-time calls",
            "Learning to play board games by self-play and tree search",
            "Translating between languages with few parallel sentences",
        ];
        Assert.Equal(0, Nearest(embedder, "how do I make a codec robust to packet loss", papers));
        Assert.Equal(1, Nearest(embedder, "mastering go without human knowledge", papers));
        Assert.Equal(2, Nearest(embedder, "low-resource machine translation", papers));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void A_prefix_is_a_model_too(int dimensions)
    {
        using var embedder = StaticEmbedder.Open(StaticEmbedder.ShippedModel, dimensions);
        Assert.Equal(1, Nearest(embedder, "image segmentation of tumours", ["Parsing sentences into trees", "Segmenting medical images", "Bandits with delayed rewards"]));
    }

    [Theory]
    [InlineData("exposition")]
    [InlineData("stations")]
    [InlineData("unobstructed")]
    [InlineData("bears")]
    [InlineData("Cats")]
    [InlineData("thermostat")]
    public void A_word_that_people_use_is_in_its_vocabulary(string word) => Assert.True(Knows(word));

    [Theory]
    [InlineData("trnsformer")]
    [InlineData("transfromer")]
    [InlineData("reinforcemant")]
    [InlineData("learnign")]
    [InlineData("lerning")]
    [InlineData("netwroks")]
    [InlineData("recogniton")]
    [InlineData("segmentatoin")]
    [InlineData("atention")]
    [InlineData("embeding")]
    [InlineData("modle")]
    [InlineData("depe")]
    [InlineData("two words")]
    [InlineData("")]
    public void A_mistyped_word_is_not(string word) => Assert.False(Knows(word));

    private static bool Knows(string word)
    {
        using var embedder = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        return ((Predicate<string>)embedder.GetService(typeof(Predicate<string>), "winnow.words")!)(word);
    }

    private static int Nearest(StaticEmbedder embedder, string question, string[] papers)
    {
        var vectors = embedder.EmbedAll([question, .. papers], workers: 1, TestContext.Current.CancellationToken);
        float Score(int paper)
        {
            float dot = 0;
            for (var i = 0; i < embedder.Dimensions; i++) dot += vectors[i] * vectors[((paper + 1) * embedder.Dimensions) + i];
            return dot;
        }

        return Enumerable.Range(0, papers.Length).MaxBy(Score);
    }
}
