namespace Winnow.Index.Lexical;

/// <summary>The buffers of one running search, reused by the next.</summary>
internal sealed class SearchScratch
{
    /// <summary>Documents that are scored together; sums of a window stay in the first-level cache.</summary>
    internal const int Window = 4096;

    private readonly List<PostingCursor> _cursors = [];
    private readonly List<List<uint>> _places = [];

    internal float[] Sums { get; } = GC.AllocateArray<float>(Window, pinned: true);

    internal float[] Scores { get; } = GC.AllocateArray<float>(BlockPacking.Length, pinned: true);

    internal int[] Masses { get; } = GC.AllocateArray<int>(Window, pinned: true);

    internal int[] Candidates { get; } = new int[Window];

    internal float[] CandidateSums { get; } = new float[Window];

    internal PostingCursor Cursor(int i)
    {
        while (_cursors.Count <= i)
        {
            _cursors.Add(new PostingCursor());
        }

        return _cursors[i];
    }

    internal List<uint> Places(int i)
    {
        while (_places.Count <= i)
        {
            _places.Add([]);
        }

        return _places[i];
    }
}
