using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>Pieces in id order, then pairs of whole words by their pieces' ids; counts are occurrences in the corpus.</summary>
internal sealed record Vocabulary(IReadOnlyList<string> Pieces, IReadOnlyList<(int First, int Second)> Pairs, IReadOnlyList<long> Counts)
{
    public int Count => Pieces.Count + Pairs.Count;

    public PieceTokenizer Tokenizer() => new(new PieceTable(Pieces), new PairTable(Pairs, Pieces.Count));

    /// <summary>What a reader would write for the token.</summary>
    public string TextOf(int id)
    {
        if (id >= Pieces.Count)
        {
            var (first, second) = Pairs[id - Pieces.Count];
            return Pieces[first] + " " + Pieces[second];
        }

        var piece = Pieces[id];
        return piece.StartsWith(PieceTable.ContinuationMark, StringComparison.Ordinal) ? piece[PieceTable.ContinuationMark.Length..] : piece;
    }
}
