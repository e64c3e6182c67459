using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>Token ids of a paper's title and of each sentence of its abstract.</summary>
internal sealed record TokenizedPaper(int[] Title, int[][] Sentences)
{
    public static TokenizedPaper From(PaperText paper, PieceTokenizer tokenizer) => new(
        Ids(paper.Title, tokenizer),
        [.. Fitting.Sentences.Of(paper.Abstract).Select(sentence => Ids(sentence, tokenizer)).Where(ids => ids.Length > 0)]);

    public static int[] Ids(string text, PieceTokenizer tokenizer)
    {
        var buffer = System.Buffers.ArrayPool<int>.Shared.Rent(PieceTokenizer.MostIds(text.Length));
        var ids = buffer.AsSpan(0, tokenizer.Tokenize(text, buffer)).ToArray();
        System.Buffers.ArrayPool<int>.Shared.Return(buffer);
        return ids;
    }
}
