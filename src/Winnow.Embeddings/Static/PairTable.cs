namespace Winnow.Embeddings.Static;

/// <summary>Pairs of words that mean something of their own ("machine translation"): the ids of two neighbours to the id of the pair.</summary>
internal sealed class PairTable
{
    private readonly ulong[] _keys;
    private readonly int[] _ids;

    /// <param name="pairs">First and second word's id; the pair at position i has the id <paramref name="firstId"/> + i.</param>
    public PairTable(IReadOnlyList<(int First, int Second)> pairs, int firstId)
    {
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(pairs.Count, 1) * 2);
        _keys = new ulong[size];
        _ids = new int[size];
        Array.Fill(_ids, PieceTable.Missing);
        for (var i = 0; i < pairs.Count; i++) Insert(Key(pairs[i].First, pairs[i].Second), firstId + i);
    }

    /// <summary>The pair's id, or <see cref="PieceTable.Missing"/>.</summary>
    public int Find(int first, int second)
    {
        var key = Key(first, second);
        for (var slot = Slot(key); ; slot = (slot + 1) & (_ids.Length - 1))
        {
            if (_ids[slot] == PieceTable.Missing) return PieceTable.Missing;
            if (_keys[slot] == key) return _ids[slot];
        }
    }

    private void Insert(ulong key, int id)
    {
        var slot = Slot(key);
        while (_ids[slot] != PieceTable.Missing)
        {
            if (_keys[slot] == key) throw new InvalidDataException($"The vocabulary has the pair {id} twice.");
            slot = (slot + 1) & (_ids.Length - 1);
        }

        _keys[slot] = key;
        _ids[slot] = id;
    }

    private static ulong Key(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & (_ids.Length - 1);
}
