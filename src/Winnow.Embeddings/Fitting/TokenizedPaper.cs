using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Token ids of a paper's title and of each sentence of its abstract: in one array, because of 170,000 papers the heads of an array a sentence alone would take 40 MB.
/// </summary>
internal sealed class TokenizedPaper
{
    private readonly int[] _ids;
    private readonly int[] _ends;

    private readonly int _nameless;

    private TokenizedPaper(int[] ids, int[] ends, int nameless) => (_ids, _ends, _nameless) = (ids, ends, nameless);

    public ReadOnlySpan<int> Title => _ids.AsSpan(0, _ends[0]);

    /// <summary>What stands behind the name in a title such as "Name: what it is about"; else nothing.</summary>
    public ReadOnlySpan<int> NamelessTitle => Title[_nameless..];

    public int Sentences => _ends.Length - 1;

    public ReadOnlySpan<int> Sentence(int number) => _ids.AsSpan(_ends[number].._ends[number + 1]);

    public static TokenizedPaper From(PaperText paper, PieceTokenizer tokenizer)
    {
        var ids = new List<int>(Ids(paper.Title, tokenizer));
        // A colon parts words, so the ids of what stands behind it are the title's last ones.
        var nameless = Mentions.NameOf(paper.Title) is { } name && paper.Title.StartsWith($"{name}: ", StringComparison.Ordinal)
            ? ids.Count - Ids(paper.Title[(name.Length + 2)..], tokenizer).Length : ids.Count;
        var ends = new List<int> { ids.Count };
        foreach (var sentence in Fitting.Sentences.Of(paper.Abstract))
        {
            ids.AddRange(Ids(sentence, tokenizer));
            if (ids.Count > ends[^1]) ends.Add(ids.Count);
        }

        return new TokenizedPaper([.. ids], [.. ends], nameless);
    }

    public static int[] Ids(string text, PieceTokenizer tokenizer)
    {
        var buffer = System.Buffers.ArrayPool<int>.Shared.Rent(PieceTokenizer.MostIds(text.Length));
        var ids = buffer.AsSpan(0, tokenizer.Tokenize(text, buffer)).ToArray();
        System.Buffers.ArrayPool<int>.Shared.Return(buffer);
        return ids;
    }
}
