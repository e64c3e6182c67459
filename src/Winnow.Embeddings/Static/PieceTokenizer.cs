namespace Winnow.Embeddings.Static;

/// <summary>
/// Text to piece ids: each folded word as the longest pieces that the vocabulary has, from the left; then the id of the pair that two whole
/// words in a row make. Letters that the vocabulary lacks are passed over. Safe for many threads at once.
/// </summary>
internal sealed class PieceTokenizer(PieceTable pieces, PairTable pairs)
{
    /// <summary>Ids of the text in reading order, a pair's id after its second word's.</summary>
    /// <returns>The number of ids; when <paramref name="ids"/> is too short, reading stops there.</returns>
    public int Tokenize(ReadOnlySpan<char> text, Span<int> ids)
    {
        var words = new WordReader(text, stackalloc byte[WordReader.BufferSize]);
        var count = 0;
        var before = PieceTable.Missing;
        while (words.Read())
        {
            var first = count;
            count = AddPieces(words.Word, ids, count);
            var whole = count == first + 1 ? ids[first] : PieceTable.Missing;
            if (whole != PieceTable.Missing && before != PieceTable.Missing && words.FollowsClosely && count < ids.Length)
            {
                var pair = pairs.Find(before, whole);
                if (pair != PieceTable.Missing) ids[count++] = pair;
            }

            if (count == ids.Length) break;
            before = whole;
        }

        return count;
    }

    /// <summary>No text has more ids than this: a letter is a piece at most, and so is the pair that it ends.</summary>
    public static int MostIds(int textLength) => checked(textLength * 2);

    private int AddPieces(ReadOnlySpan<byte> word, Span<int> ids, int count)
    {
        Span<uint> hashes = stackalloc uint[WordReader.BufferSize + 1];
        for (var start = 0; start < word.Length && count < ids.Length;)
        {
            var continues = start > 0;
            var longest = Math.Min(word.Length - start, pieces.LongestPiece);
            hashes[0] = PieceTable.StartHash(continues);
            for (var length = 0; length < longest; length++) hashes[length + 1] = PieceTable.Extend(hashes[length], word[start + length]);
            var taken = longest;
            var id = PieceTable.Missing;
            for (; taken > 0; taken--)
            {
                id = pieces.Find(word.Slice(start, taken), continues, hashes[taken]);
                if (id != PieceTable.Missing) break;
            }

            if (id != PieceTable.Missing) ids[count++] = id;
            // A letter outside the vocabulary: go on behind it, at the next letter's first byte.
            else for (taken = 1; start + taken < word.Length && (word[start + taken] & 0xC0) == 0x80; taken++) ;
            start += taken;
        }

        return count;
    }
}
