using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Winnow.Embeddings.Onnx;

/// <summary>Opens a model's tokenizer by the name of its file.</summary>
internal static class TokenizerFile
{
    /// <exception cref="ModelFileException">The file is damaged, or of a kind that the library does not read.</exception>
    public static ModelTokenizer Open(string path, bool? lowerCase)
    {
        try
        {
            return Path.GetExtension(path) switch
            {
                ".json" => new TokenizerJson(path).Open(lowerCase),
                ".txt" => WordPieces(path, lowerCase ?? true),
                _ => SentencePieces(path),
            };
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException or IOException or InvalidDataException)
        {
            throw new ModelFileException($"{path} is no tokenizer that Winnow can read: {damaged.Message}", damaged);
        }
    }

    /// <summary>A vocabulary of one piece a line, as BERT's.</summary>
    public static ModelTokenizer WordPieces(Stream vocabulary, Func<string, int?> id, bool lowerCase, bool stripAccents, bool apartCjk, string path)
    {
        Required("[UNK]");
        int Required(string token) => id(token) ?? throw new ModelFileException($"{path} lacks the piece {token}, without which WordPiece cannot work.");
        // Words come apart by spaces alone: BertText has put them there.
        var pieces = WordPieceTokenizer.Create(vocabulary, new WordPieceOptions { PreTokenizer = PreTokenizer.CreateWhiteSpace(), UnknownToken = "[UNK]" });
        return new ModelTokenizer(pieces, [Required("[CLS]")], [Required("[SEP]")], id("[PAD]") ?? 0, text => BertText.Apart(text, lowerCase, stripAccents, apartCjk));
    }

    private static ModelTokenizer WordPieces(string path, bool lowerCase)
    {
        var lines = File.ReadAllLines(path);
        using var file = File.OpenRead(path);
        return WordPieces(file, token => Array.IndexOf(lines, token) is >= 0 and var id ? id : null, lowerCase, lowerCase, apartCjk: true, path);
    }

    private static ModelTokenizer SentencePieces(string path)
    {
        using var file = File.OpenRead(path);
        var pieces = SentencePieceTokenizer.Create(file, addBeginningOfSentence: false, addEndOfSentence: false);
        int[] IdOf(string token) => pieces.Vocabulary.TryGetValue(token, out var id) ? [id] : [];
        return new ModelTokenizer(pieces, [], IdOf("</s>"), IdOf("<pad>") is [var padding] ? padding : 0, text => text);
    }
}
