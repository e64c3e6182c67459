using Microsoft.ML.Tokenizers;

namespace Winnow.Embeddings.Onnx;

/// <summary>Text to the token ids of one model, special tokens around them. Safe for many threads at once.</summary>
/// <param name="pieces">Cuts words into pieces.</param>
/// <param name="before">Ids in front of every text.</param>
/// <param name="after">Ids behind every text, cut or not.</param>
/// <param name="padding">Id that fills a row; the attention mask hides it.</param>
/// <param name="normalize">What is done to a text first.</param>
internal sealed class ModelTokenizer(Tokenizer pieces, int[] before, int[] after, int padding, Func<string, string> normalize)
{
    // No vocabulary in use has tokens whose mean in a text is longer; a pasted book is cut before it is normalised, not after.
    private const int LettersPerToken = 32;

    public int Padding => padding;

    /// <param name="maxTokens">Ids at most, special ones included.</param>
    /// <returns>At least the special tokens; never empty.</returns>
    public int[] Encode(string text, int maxTokens)
    {
        var room = maxTokens - before.Length - after.Length;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(room, nameof(maxTokens));
        var most = room * LettersPerToken;
        if (text.Length > most) text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        var ids = pieces.EncodeToIds(normalize(text), room, out _, out _);
        return before.Length + ids.Count + after.Length > 0 ? [.. before, .. ids, .. after] : [padding];
    }
}
