using Winnow.Embeddings.Onnx;
using Xunit;

namespace Winnow.Embeddings.Tests.Onnx;

public sealed class TokenizerTests : IDisposable
{
    private const string Unigram = """
        {
          "added_tokens": [{"id": 0, "content": "<s>"}, {"id": 1, "content": "<pad>"}, {"id": 2, "content": "</s>"}, {"id": 3, "content": "<unk>"}],
          "normalizer": NORMALIZER,
          "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true},
          "post_processor": {"type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "</s>"}}],
            "special_tokens": {"<s>": {"ids": [0]}, "</s>": {"ids": [2]}}},
          "model": {"type": "Unigram", "unk_id": 3, "vocab": [["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0],
            ["▁", -4], ["▁deep", -5], ["▁de", -6], ["ep", -6], ["▁learn", -5], ["ing", -4], ["▁l", -7], ["earn", -7]]}
        }
        """;

    private const string BytePairs = """
        {
          "added_tokens": [{"id": 0, "content": "<s>"}, {"id": 1, "content": "<pad>"}, {"id": 2, "content": "</s>"}],
          "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false},
          "post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0]},
          "model": {"type": "BPE", "vocab": {"<s>": 0, "<pad>": 1, "</s>": 2, "a": 3, "b": 4, "Ġ": 5, "ab": 6, "Ġab": 7, "Ã": 8, "©": 9}, "merges": ["a b", ["Ġ", "ab"]]}
        }
        """;

    private readonly OwnFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{", "line 1: this is not JSON")]
    [InlineData("[]", "holds no tokenizer")]
    [InlineData("""{"model": {"type": "WordLevel", "vocab": {}}}""", "WordLevel")]
    [InlineData("""{"model": {"type": "WordPiece", "vocab": {"a": 0}}}""", "lacks the piece [UNK]")]
    [InlineData("""{"model": {"type": "Unigram", "vocab": []}}""", "unknown")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {}, "merges": []}}""", "does not work on bytes")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {}, "merges": []}, "normalizer": {"type": "Nmt"}, "pre_tokenizer": {"type": "ByteLevel"}}""", "normalises text by Nmt")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {}, "merges": []}, "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "Digits"}, {"type": "ByteLevel"}]}}""", "Digits")]
    [InlineData("""{"model": {"type": "WordPiece"}}""", "no tokenizer that Winnow can read")]
    public void A_tokenizer_that_cannot_be_followed_is_refused_by_name(string json, string reason)
    {
        var path = _folder.Write("tokenizer.json", json);
        var refused = Assert.Throws<ModelFileException>(() => TokenizerFile.Open(path, lowerCase: null));
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_SentencePiece_file_is_refused_by_name()
    {
        var path = _folder.Write("spiece.model", "no protocol buffer at all");
        Assert.Contains(path, Assert.Throws<ModelFileException>(() => TokenizerFile.Open(path, lowerCase: null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unigram_takes_the_likeliest_pieces_with_the_ids_of_the_file()
    {
        var tokenizer = TokenizerFile.Open(_folder.Write("tokenizer.json", Unigram.Replace("NORMALIZER", "null", StringComparison.Ordinal)), lowerCase: null);
        Assert.Equal([0, 5, 8, 9, 2], tokenizer.Encode("deep  learning", 16));
        Assert.Equal([0, 5, 3, 2], tokenizer.Encode("deepß", 16));
        Assert.Equal(1, tokenizer.Padding);
    }

    [Fact]
    public void Unigram_follows_the_steps_before_it()
    {
        var tokenizer = TokenizerFile.Open(_folder.Write("tokenizer.json", Unigram.Replace("NORMALIZER", """
            {"type": "Sequence", "normalizers": [{"type": "NFKD"}, {"type": "StripAccents"}, {"type": "Lowercase"}]}
            """, StringComparison.Ordinal)), lowerCase: null);
        Assert.Equal([0, 5, 8, 9, 2], tokenizer.Encode("Déep Ｌearning", 16));
    }

    [Fact]
    public void Byte_pairs_are_merged_in_order_and_no_letter_is_unknown()
    {
        var tokenizer = TokenizerFile.Open(_folder.Write("tokenizer.json", BytePairs), lowerCase: null);
        Assert.Equal([0, 6, 7, 3, 2], tokenizer.Encode("ab aba", 16));
        Assert.Equal([0, 8, 9, 2], tokenizer.Encode("é", 16));
    }

    [Theory]
    [InlineData(3, new[] { 0, 6, 2 })]
    [InlineData(4, new[] { 0, 6, 7, 2 })]
    public void A_long_text_is_cut_and_keeps_its_special_tokens(int most, int[] expected)
    {
        var tokenizer = TokenizerFile.Open(_folder.Write("tokenizer.json", BytePairs), lowerCase: null);
        Assert.Equal(expected, tokenizer.Encode("ab ab ab ab", most));
    }

    [Fact]
    public void Vocabulary_and_tokenizer_json_of_one_model_agree()
    {
        var folder = SharedFiles.MiniLm();
        var lines = TokenizerFile.Open(Path.Combine(folder, "vocab.txt"), lowerCase: null);
        var json = TokenizerFile.Open(Path.Combine(folder, "tokenizer.json"), lowerCase: null);
        foreach (var text in (string[])["", "Erdős–Rényi graphs & 图神经网络", "a [SEP] token\uD800 😀", "un­seen \u0000 words", new string('x', 300)])
            Assert.Equal(lines.Encode(text, 64), json.Encode(text, 64));
    }
}
