namespace Winnow.Embeddings.Static;

/// <summary>
/// The vocabulary as an open-addressing hash table over UTF-8 bytes. A piece is the start of a word ("packet") or the rest of one
/// ("##ization"); both kinds may have the same letters. Safe for many threads at once.
/// </summary>
internal sealed class PieceTable
{
    public const string ContinuationMark = "##";
    public const int Missing = -1;

    private const uint WordSeed = 2166136261;
    private const uint ContinuationSeed = 3735928559;

    private readonly byte[] _bytes;
    private readonly int[] _offsets;
    private readonly bool[] _continues;
    private readonly int[] _slots;

    /// <param name="pieces">UTF-8 texts in id order; a rest of a word starts with "##".</param>
    public PieceTable(IReadOnlyList<string> pieces)
    {
        _offsets = new int[pieces.Count + 1];
        _continues = new bool[pieces.Count];
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(pieces.Count, 1) * 2)];
        Array.Fill(_slots, Missing);
        using var bytes = new MemoryStream();
        for (var id = 0; id < pieces.Count; id++)
        {
            _continues[id] = pieces[id].StartsWith(ContinuationMark, StringComparison.Ordinal);
            bytes.Write(System.Text.Encoding.UTF8.GetBytes(_continues[id] ? pieces[id][ContinuationMark.Length..] : pieces[id]));
            _offsets[id + 1] = (int)bytes.Length;
            LongestPiece = Math.Max(LongestPiece, _offsets[id + 1] - _offsets[id]);
        }

        _bytes = bytes.ToArray();
        for (var id = 0; id < pieces.Count; id++) Insert(id, pieces[id]);
    }

    /// <summary>Bytes of the longest piece: no longer prefix needs to be looked up.</summary>
    public int LongestPiece { get; }

    /// <summary>The hash of no bytes; <see cref="Extend"/> adds one byte at a time, so that all prefixes of a word cost one pass.</summary>
    public static uint StartHash(bool continues) => continues ? ContinuationSeed : WordSeed;

    public static uint Extend(uint hash, byte next) => (hash ^ next) * 16777619;

    /// <summary>The id of the piece with these bytes, or <see cref="Missing"/>.</summary>
    /// <param name="hash">The hash of exactly these bytes, by <see cref="StartHash"/> and <see cref="Extend"/>.</param>
    public int Find(ReadOnlySpan<byte> piece, bool continues, uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        for (var slot = Spread(hash) & mask; ; slot = (slot + 1) & mask)
        {
            var id = _slots[slot];
            if (id == Missing) return Missing;
            if (_continues[id] == continues && _bytes.AsSpan(_offsets[id].._offsets[id + 1]).SequenceEqual(piece)) return id;
        }
    }

    private void Insert(int id, string piece)
    {
        var bytes = _bytes.AsSpan(_offsets[id].._offsets[id + 1]);
        if (bytes.IsEmpty) throw new InvalidDataException($"Piece {id} of the vocabulary is empty.");
        var hash = StartHash(_continues[id]);
        foreach (var next in bytes) hash = Extend(hash, next);
        if (Find(bytes, _continues[id], hash) != Missing) throw new InvalidDataException($"The vocabulary has the piece \"{piece}\" twice.");
        var mask = (uint)_slots.Length - 1;
        var slot = Spread(hash) & mask;
        while (_slots[slot] != Missing) slot = (slot + 1) & mask;
        _slots[slot] = id;
    }

    // The low bits of FNV-1a depend on the last letters alone: plurals would share their neighbourhood.
    private static uint Spread(uint hash) => (hash * 2654435769) ^ (hash >> 15);
}
