using Winnow.Index.Text;
using Xunit;

namespace Winnow.Index.Tests.Text;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist")]
    [InlineData("consolation consolations", "consol")]
    [InlineData("knack knacks", "knack")]
    [InlineData("knightly", "knight")]
    [InlineData("knot knots knotted", "knot")]
    [InlineData("caresses", "caress")]
    [InlineData("flies", "fli")]
    [InlineData("tie ties tied", "tie")]
    [InlineData("dying", "die")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("rational", "ration")]
    [InlineData("network networks networked", "network")]
    [InlineData("learning learned learns", "learn")]
    [InlineData("generate generation generative generating", "generat")]
    [InlineData("general generally", "general")]
    [InlineData("optimization optimizations", "optim")]
    [InlineData("classification classif", "classif")]
    [InlineData("hopefulness", "hope")]
    [InlineData("biology", "biolog")]
    [InlineData("cry cries", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("news", "news")]
    [InlineData("bias", "bias")]
    [InlineData("proceed", "proceed")]
    [InlineData("agreed", "agre")]
    [InlineData("adjustable", "adjust")]
    [InlineData("rate", "rate")]
    [InlineData("controll", "control")]
    public void Words_of_one_family_have_the_published_stem(string words, string stem)
    {
        Assert.All(words.Split(' '), word => Assert.Equal(stem, Stem(word)));
    }

    [Theory]
    [InlineData("wav2vec")]
    [InlineData("βvae")]
    [InlineData("c++")]
    [InlineData("of")]
    public void What_is_no_English_word_is_left_alone(string word) => Assert.Equal(word, Stem(word));

    [Fact]
    public void No_word_of_letters_breaks_it_or_grows()
    {
        var random = new Random(2);
        for (var i = 0; i < 200_000; i++)
        {
            // Endings of the algorithm in random order reach its rare branches.
            string[] pieces = ["a", "e", "y", "s", "ing", "ed", "ly", "ation", "eed", "ies", "bl", "l", "tt", "ative", "ion", "ogi", "li"];
            var word = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.InRange(Stem(word).Length, 1, word.Length);
        }
    }

    private static string Stem(string word)
    {
        var buffer = word.ToCharArray();
        return new string(buffer, 0, EnglishStemmer.Stem(buffer, buffer.Length));
    }
}
