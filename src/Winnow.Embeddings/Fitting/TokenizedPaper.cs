using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Token ids of a paper's title and of each sentence of its abstract: in one array, because of 170,000 papers the heads of an array a sentence alone would take 40 MB.
/// </summary>
internal sealed class TokenizedPaper
{
    private readonly int[] _ids;
    private readonly int[] _ends;

    private TokenizedPaper(int[] ids, int[] ends) => (_ids, _ends) = (ids, ends);

    public ReadOnlySpan<int> Title => _ids.AsSpan(0, _ends[0]);

    public int Sentences => _ends.Length - 1;

    public ReadOnlySpan<int> Sentence(int number) => _ids.AsSpan(_ends[number].._ends[number + 1]);

    public static TokenizedPaper From(PaperText paper, PieceTokenizer tokenizer)
    {
        var ids = new List<int>(Ids(paper.Title, tokenizer));
        var ends = new List<int> { ids.Count };
        foreach (var sentence in Fitting.Sentences.Of(paper.Abstract))
        {
            ids.AddRange(Ids(sentence, tokenizer));
            if (ids.Count > ends[^1]) ends.Add(ids.Count);
        }

        return new TokenizedPaper([.. ids], [.. ends]);
    }

    public static int[] Ids(string text, PieceTokenizer tokenizer)
    {
        var buffer = System.Buffers.ArrayPool<int>.Shared.Rent(PieceTokenizer.MostIds(text.Length));
        var ids = buffer.AsSpan(0, tokenizer.Tokenize(text, buffer)).ToArray();
        System.Buffers.ArrayPool<int>.Shared.Return(buffer);
        return ids;
    }
}
