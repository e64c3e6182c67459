using CsCheck;
using Winnow.Embeddings.Static;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Static;

public sealed class PieceTokenizerTests
{
    private static readonly string[] Pieces = ["packet", "loss", "a", "b", "##a", "##b", "##ab", "erdos", "strase", "pre", "α"];
    private static readonly PieceTokenizer Tokenizer = new(new PieceTable(Pieces), new PairTable([(0, 1)], Pieces.Length));

    [Theory]
    [InlineData("", "")]
    [InlineData("?!. \u0301", "")]
    [InlineData("Packet", "packet")]
    [InlineData("packet-loss", "packet loss packet+loss")]
    [InlineData("packet loss", "packet loss packet+loss")]
    [InlineData("packet. Loss", "packet loss")]
    [InlineData("packet (loss)", "packet loss")]
    [InlineData("aab", "a ##ab")]
    [InlineData("Erdős ERDÖS erdo\u0308s", "erdos erdos erdos")]
    [InlineData("soft\u00ADhyphen pre\u00ADa", "pre ##a")]
    [InlineData("Straße", "strase")]
    [InlineData("Α", "α")]
    [InlineData("a𝛼b", "a b")]
    public void A_text_becomes_its_longest_pieces_and_its_pairs(string text, string expected)
    {
        var ids = new int[PieceTokenizer.MostIds(text.Length)];
        var found = ids.AsSpan(0, Tokenizer.Tokenize(text, ids)).ToArray();
        Assert.Equal(expected, string.Join(' ', found.Select(id => id < Pieces.Length ? Pieces[id] : "packet+loss")));
    }

    [Fact]
    public void No_text_is_an_error_or_has_more_ids_than_promised() =>
        Gen.String.ForAll(
            text =>
            {
                var ids = new int[PieceTokenizer.MostIds(text.Length)];
                var count = Tokenizer.Tokenize(text, ids);
                return count <= ids.Length && ids.AsSpan(0, count).ToArray().All(id => id >= 0 && id <= Pieces.Length);
            },
            iter: 2000);

    [Fact]
    public void A_word_longer_than_the_buffer_is_read_in_parts()
    {
        var text = new string('a', 1000);
        var ids = new int[PieceTokenizer.MostIds(text.Length)];
        Assert.Equal(1000, Tokenizer.Tokenize(text, ids));
    }

    [Fact]
    public void Reading_stops_where_the_room_ends()
    {
        var ids = new int[2];
        Assert.Equal(2, Tokenizer.Tokenize("packet loss a b", ids));
    }

    [Fact]
    public void A_vocabulary_with_a_piece_twice_is_refused() =>
        Assert.Contains("\"loss\" twice", Assert.Throws<InvalidDataException>(() => new PieceTable(["loss", "loss"])).Message, StringComparison.Ordinal);
}
