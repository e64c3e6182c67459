namespace Winnow.Index.Lexical;

/// <summary>The best so many documents seen, in a heap with the worst of them on top.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<(long Id, int Segment, int Document), (double Key, long Id)> _queue = new(Comparer<(double Key, long Id)>.Create(Compare));

    internal bool IsFull => _queue.Count >= capacity;

    /// <summary>A document with a smaller key cannot enter; −∞ while there is room.</summary>
    internal double Threshold { get; private set; } = capacity == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    internal void Add(double key, long id, int segment, int document)
    {
        if (!IsFull)
        {
            _queue.Enqueue((id, segment, document), (key, id));
        }
        else if (capacity > 0)
        {
            _queue.EnqueueDequeue((id, segment, document), (key, id));
        }

        if (IsFull && _queue.TryPeek(out _, out var worst))
        {
            Threshold = worst.Key;
        }
    }

    /// <summary>Empties the heap.</summary>
    /// <returns>Best first.</returns>
    internal List<(long Id, int Segment, int Document, double Key)> Take()
    {
        var hits = new List<(long, int, int, double)>(_queue.Count);
        while (_queue.TryDequeue(out var hit, out var rank))
        {
            hits.Add((hit.Id, hit.Segment, hit.Document, rank.Key));
        }

        hits.Reverse();
        return hits;
    }

    // Worse first: the smaller key, and of equal keys the larger id.
    private static int Compare((double Key, long Id) a, (double Key, long Id) b)
    {
        var order = a.Key.CompareTo(b.Key);
        return order != 0 ? order : b.Id.CompareTo(a.Id);
    }
}
